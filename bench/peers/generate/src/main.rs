//! Generates a model with xsd-parser. Arguments: the schema document, the namespace and the local name of the root element,
//! the file for the code. Its `Root` is the type of that element, `ROOT` the element's name with its prefix.

use std::{error::Error, fs};
use xsd_parser::{
    Config, DataTypes, IdentType, SubModules,
    config::{GeneratorFlags, InterpreterFlags, OptimizerFlags, ParserFlags, Resolver, Schema},
    exec_generator_with_ident_cache, exec_interpreter_with_ident_cache, exec_optimizer, exec_parser, exec_render,
    models::data::DataTypeVariant,
    pipeline::renderer::NamespaceSerialization,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [schema, namespace, root, file] = arguments.as_slice() else {
        return Err("arguments: schema document, namespace and name of the root element, file for the code".into());
    };
    let config = config(schema);
    let schemas = exec_parser(config.parser)?;
    let (types, cache) = exec_interpreter_with_ident_cache(config.interpreter, &schemas)?;
    let types = exec_optimizer(config.optimizer, types)?;
    let types = exec_generator_with_ident_cache(config.generator, &schemas, Some(&cache), &types)?;
    let root = describe_root(&types, namespace, root).ok_or("the root element is not among the types")?;
    let mut code = Default::default();
    exec_render(config.renderer, &types)?.to_code(&mut code, SubModules::Inline);
    fs::write(file, format!("#![allow(warnings)]\n{root}\n{code}"))?;
    Ok(())
}

/// What of xsd-parser's choices makes code of XÖV schemas that compiles and reads their documents: modules by namespace and
/// other postfixes, because names clash, and no support of wildcards, because two in one choice clash too. Readers are boxed,
/// which makes them twice as fast.
fn config(schema: &str) -> Config {
    let left_out =
        GeneratorFlags::USE_SCHEMA_MODULES | GeneratorFlags::ANY_TYPE_SUPPORT | GeneratorFlags::ADVANCED_ENUMS;
    let mut config = Config::default()
        .with_schema(Schema::File(schema.into()))
        .set_parser_flags(ParserFlags::all())
        .set_interpreter_flags(InterpreterFlags::all() - InterpreterFlags::WITH_NUM_BIG_INT)
        .set_optimizer_flags(OptimizerFlags::all() - OptimizerFlags::REMOVE_DUPLICATES)
        .set_generator_flags(GeneratorFlags::all() - left_out)
        .with_type_postfix("XmlType")
        .with_element_type_postfix("XmlElementType")
        .with_element_postfix("XmlElement")
        .with_quick_xml_config(NamespaceSerialization::Global, None, true);
    config.parser.resolver = vec![Resolver::File];
    config
}

/// Code that names the type of the root element and the element itself.
fn describe_root(types: &DataTypes<'_>, namespace: &str, root: &str) -> Option<String> {
    types.items.iter().find_map(|(ident, item)| {
        let DataTypeVariant::Reference(reference) = &item.variant else {
            return None;
        };
        let module = types.modules.get(&ident.ns)?;
        let is_root = ident.type_ == IdentType::Element
            && ident.name.as_str() == root
            && module.namespace.as_ref()?.0.as_ref() == namespace.as_bytes();
        let prefix = module.prefix.as_ref()?.as_str();
        let path = &reference.target_type.path;
        is_root.then(|| format!("pub use self::{path} as Root;\npub const ROOT: &str = \"{prefix}:{root}\";"))
    })
}
