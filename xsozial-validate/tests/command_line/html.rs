//! The page for people: complete in itself, and readable by everybody.

use crate::support::{check, check_with_input};
use roxmltree::Document;

fn page(arguments: &[&str]) -> String {
    let all = [
        &["--format", "html"],
        arguments,
        &["richtig.xml", "falsch.xml", "fehlt.xml"],
    ]
    .concat();
    let page = check(&all).stdout;
    // The rest is XML as well, which makes it easy to read here.
    page.strip_prefix("<!DOCTYPE html>\n").unwrap().to_owned()
}

fn text_of(page: &str) -> String {
    let document = Document::parse(page).unwrap();
    let body = document.descendants().find(|node| node.has_tag_name("body")).unwrap();
    body.descendants()
        .filter_map(|node| node.text())
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    let page = page(&[]);
    let document = Document::parse(&page).unwrap();
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let name = node.tag_name().name();
        assert!(
            !["script", "link", "img", "iframe", "object", "form"].contains(&name),
            "{name}"
        );
        for attribute in node.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && name != "src" && name != "style", "{name}");
            assert!(name != "href" || value.starts_with('#'), "{value}");
        }
    }
}

#[test]
fn the_page_is_built_for_screen_readers() {
    for (language, code) in [("de", "de"), ("en", "en")] {
        let page = page(&["--lang", language]);
        let document = Document::parse(&page).unwrap();
        assert_eq!(document.root_element().attribute("lang"), Some(code));
        let elements: Vec<_> = document.descendants().filter(roxmltree::Node::is_element).collect();
        let count = |name: &str| elements.iter().filter(|node| node.has_tag_name(name)).count();
        for name in ["title", "main", "header", "footer", "h1"] {
            assert_eq!(count(name), 1, "{name}");
        }
        assert_eq!(count("table"), count("caption"));
        for header in elements.iter().filter(|node| node.has_tag_name("th")) {
            assert!(matches!(header.attribute("scope"), Some("row" | "col")));
        }
        // No level of headings is left out.
        let levels: Vec<u32> = elements
            .iter()
            .filter_map(|node| node.tag_name().name().strip_prefix('h')?.parse().ok())
            .collect();
        assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
        // Whatever is pointed at is there, once.
        let ids: Vec<&str> = elements.iter().filter_map(|node| node.attribute("id")).collect();
        for node in &elements {
            let target = node.attribute("href").and_then(|target| target.strip_prefix('#'));
            for id in target.into_iter().chain(node.attribute("aria-labelledby")) {
                assert_eq!(ids.iter().filter(|known| **known == id).count(), 1, "{id}");
            }
        }
    }
}

#[test]
fn what_to_do_stands_before_the_findings() {
    let page = page(&[]);
    let text = text_of(&page);
    let places: Vec<usize> = [
        "Ergebnis",
        "Nicht alle Dokumente sind gültig",
        "Was ist zu tun?",
        "Befunde",
        "Prüfgrundlage",
    ]
    .iter()
    .map(|part| text.find(part).unwrap())
    .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(text.contains("Die Entscheidung trifft ein Mensch") && text.contains("Nicht geprüft"));
}

#[test]
fn a_valid_document_needs_nothing() {
    let page = check(&["--format", "html", "richtig.xml"]).stdout;
    assert!(page.contains("Das Dokument ist gültig. Es wurden keine Fehler gefunden."));
    assert!(page.contains("Es ist nichts zu tun.") && !page.contains("Mensch"));
}

#[test]
fn a_document_that_is_no_xml_has_its_page() {
    let page = check_with_input(&["--format", "html", "-"], b"\x00<").stdout;
    Document::parse(page.strip_prefix("<!DOCTYPE html>\n").unwrap()).unwrap();
    assert!(page.contains("Das Dokument ist nicht gültig."));
}
