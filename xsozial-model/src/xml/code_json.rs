//! Codes as JSON: an object with the XML names as keys, holding what the document gives.

use super::{Code, Codeliste};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use xsozial_schema::schema::ComplexTypeId;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json<T> {
    code: T,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    name: Option<T>,
    #[serde(rename = "listURI", default, skip_serializing_if = "Option::is_none")]
    list_uri: Option<T>,
    #[serde(rename = "listVersionID", default, skip_serializing_if = "Option::is_none")]
    list_version: Option<T>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    xsi_type: Option<ComplexTypeId>,
}

impl<L: Codeliste> Serialize for Code<L> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let json = Json {
            list_uri: self.list_uri().filter(|_| self.gives_list_uri()),
            list_version: self.list_version().filter(|_| self.gives_list_version()),
            code: self.code(),
            name: self.name(),
            xsi_type: self.xsi_type(),
        };
        json.serialize(serializer)
    }
}

impl<'de, L: Codeliste> Deserialize<'de> for Code<L> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let json = Json::<String>::deserialize(deserializer)?;
        let mut code = Self::new(json.code);
        if let Some(uri) = json.list_uri {
            code = code.with_list_uri(uri);
        }
        if let Some(version) = json.list_version {
            code = code.with_list_version(version);
        }
        if let Some(name) = json.name {
            code = code.with_name(name);
        }
        if let Some(restriction) = json.xsi_type {
            code = code.with_xsi_type(restriction);
        }
        Ok(code)
    }
}
