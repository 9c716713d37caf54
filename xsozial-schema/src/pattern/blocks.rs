//! The blocks of Unicode 14 under their XML Schema names: the Unicode names without white space.
//!
//! Source: XML Schema part 2, appendix F.1.1 (block escapes); the ranges are facts of the Unicode Standard. Blocks of
//! surrogates are listed because their names are legal; they hold no character.

use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

/// The characters of a block, by its name without `Is`; `None` when there is no such block.
pub(super) fn block(name: &str) -> Option<ClassUnicode> {
    if name == "PrivateUse" {
        // XML Schema 1.0 gives all three private areas this one name.
        let mut all = range(0xE000, 0xF8FF);
        all.union(&range(0xF_0000, 0xF_FFFD));
        all.union(&range(0x10_0000, 0x10_FFFD));
        return Some(all);
    }
    let name = alias(name);
    let place = BLOCKS.binary_search_by_key(&name, |&(known, _, _)| known).ok()?;
    let (_, first, last) = BLOCKS[place];
    Some(range(first, last))
}

/// Names that XML Schema 1.0 took from older versions of Unicode.
fn alias(name: &str) -> &str {
    match name {
        "Greek" => "GreekandCoptic",
        "CombiningMarksforSymbols" => "CombiningDiacriticalMarksforSymbols",
        "CyrillicSupplementary" => "CyrillicSupplement",
        other => other,
    }
}

/// The characters from first to last; empty for surrogates.
fn range(first: u32, last: u32) -> ClassUnicode {
    let bounds = char::from_u32(first).zip(char::from_u32(last));
    ClassUnicode::new(bounds.map(|(first, last)| ClassUnicodeRange::new(first, last)))
}

/// Name, first and last code point, sorted by name.
#[rustfmt::skip]
const BLOCKS: &[(&str, u32, u32)] = &[
    ("Adlam", 0x1_E900, 0x1_E95F), ("AegeanNumbers", 0x1_0100, 0x1_013F), ("Ahom", 0x1_1700, 0x1_174F),
    ("AlchemicalSymbols", 0x1_F700, 0x1_F77F), ("AlphabeticPresentationForms", 0xFB00, 0xFB4F),
    ("AnatolianHieroglyphs", 0x1_4400, 0x1_467F), ("AncientGreekMusicalNotation", 0x1_D200, 0x1_D24F),
    ("AncientGreekNumbers", 0x1_0140, 0x1_018F), ("AncientSymbols", 0x1_0190, 0x1_01CF), ("Arabic", 0x600, 0x6FF),
    ("ArabicExtended-A", 0x8A0, 0x8FF), ("ArabicExtended-B", 0x870, 0x89F),
    ("ArabicMathematicalAlphabeticSymbols", 0x1_EE00, 0x1_EEFF), ("ArabicPresentationForms-A", 0xFB50, 0xFDFF),
    ("ArabicPresentationForms-B", 0xFE70, 0xFEFF), ("ArabicSupplement", 0x750, 0x77F), ("Armenian", 0x530, 0x58F),
    ("Arrows", 0x2190, 0x21FF), ("Avestan", 0x1_0B00, 0x1_0B3F), ("Balinese", 0x1B00, 0x1B7F),
    ("Bamum", 0xA6A0, 0xA6FF), ("BamumSupplement", 0x1_6800, 0x1_6A3F), ("BasicLatin", 0x0, 0x7F),
    ("BassaVah", 0x1_6AD0, 0x1_6AFF), ("Batak", 0x1BC0, 0x1BFF), ("Bengali", 0x980, 0x9FF),
    ("Bhaiksuki", 0x1_1C00, 0x1_1C6F), ("BlockElements", 0x2580, 0x259F), ("Bopomofo", 0x3100, 0x312F),
    ("BopomofoExtended", 0x31A0, 0x31BF), ("BoxDrawing", 0x2500, 0x257F), ("Brahmi", 0x1_1000, 0x1_107F),
    ("BraillePatterns", 0x2800, 0x28FF), ("Buginese", 0x1A00, 0x1A1F), ("Buhid", 0x1740, 0x175F),
    ("ByzantineMusicalSymbols", 0x1_D000, 0x1_D0FF), ("CJKCompatibility", 0x3300, 0x33FF),
    ("CJKCompatibilityForms", 0xFE30, 0xFE4F), ("CJKCompatibilityIdeographs", 0xF900, 0xFAFF),
    ("CJKCompatibilityIdeographsSupplement", 0x2_F800, 0x2_FA1F), ("CJKRadicalsSupplement", 0x2E80, 0x2EFF),
    ("CJKStrokes", 0x31C0, 0x31EF), ("CJKSymbolsandPunctuation", 0x3000, 0x303F),
    ("CJKUnifiedIdeographs", 0x4E00, 0x9FFF), ("CJKUnifiedIdeographsExtensionA", 0x3400, 0x4DBF),
    ("CJKUnifiedIdeographsExtensionB", 0x2_0000, 0x2_A6DF), ("CJKUnifiedIdeographsExtensionC", 0x2_A700, 0x2_B73F),
    ("CJKUnifiedIdeographsExtensionD", 0x2_B740, 0x2_B81F), ("CJKUnifiedIdeographsExtensionE", 0x2_B820, 0x2_CEAF),
    ("CJKUnifiedIdeographsExtensionF", 0x2_CEB0, 0x2_EBEF), ("CJKUnifiedIdeographsExtensionG", 0x3_0000, 0x3_134F),
    ("Carian", 0x1_02A0, 0x1_02DF), ("CaucasianAlbanian", 0x1_0530, 0x1_056F), ("Chakma", 0x1_1100, 0x1_114F),
    ("Cham", 0xAA00, 0xAA5F), ("Cherokee", 0x13A0, 0x13FF), ("CherokeeSupplement", 0xAB70, 0xABBF),
    ("ChessSymbols", 0x1_FA00, 0x1_FA6F), ("Chorasmian", 0x1_0FB0, 0x1_0FDF),
    ("CombiningDiacriticalMarks", 0x300, 0x36F), ("CombiningDiacriticalMarksExtended", 0x1AB0, 0x1AFF),
    ("CombiningDiacriticalMarksSupplement", 0x1DC0, 0x1DFF), ("CombiningDiacriticalMarksforSymbols", 0x20D0, 0x20FF),
    ("CombiningHalfMarks", 0xFE20, 0xFE2F), ("CommonIndicNumberForms", 0xA830, 0xA83F),
    ("ControlPictures", 0x2400, 0x243F), ("Coptic", 0x2C80, 0x2CFF), ("CopticEpactNumbers", 0x1_02E0, 0x1_02FF),
    ("CountingRodNumerals", 0x1_D360, 0x1_D37F), ("Cuneiform", 0x1_2000, 0x1_23FF),
    ("CuneiformNumbersandPunctuation", 0x1_2400, 0x1_247F), ("CurrencySymbols", 0x20A0, 0x20CF),
    ("CypriotSyllabary", 0x1_0800, 0x1_083F), ("Cypro-Minoan", 0x1_2F90, 0x1_2FFF), ("Cyrillic", 0x400, 0x4FF),
    ("CyrillicExtended-A", 0x2DE0, 0x2DFF), ("CyrillicExtended-B", 0xA640, 0xA69F),
    ("CyrillicExtended-C", 0x1C80, 0x1C8F), ("CyrillicSupplement", 0x500, 0x52F), ("Deseret", 0x1_0400, 0x1_044F),
    ("Devanagari", 0x900, 0x97F), ("DevanagariExtended", 0xA8E0, 0xA8FF), ("Dingbats", 0x2700, 0x27BF),
    ("DivesAkuru", 0x1_1900, 0x1_195F), ("Dogra", 0x1_1800, 0x1_184F), ("DominoTiles", 0x1_F030, 0x1_F09F),
    ("Duployan", 0x1_BC00, 0x1_BC9F), ("EarlyDynasticCuneiform", 0x1_2480, 0x1_254F),
    ("EgyptianHieroglyphFormatControls", 0x1_3430, 0x1_343F), ("EgyptianHieroglyphs", 0x1_3000, 0x1_342F),
    ("Elbasan", 0x1_0500, 0x1_052F), ("Elymaic", 0x1_0FE0, 0x1_0FFF), ("Emoticons", 0x1_F600, 0x1_F64F),
    ("EnclosedAlphanumericSupplement", 0x1_F100, 0x1_F1FF), ("EnclosedAlphanumerics", 0x2460, 0x24FF),
    ("EnclosedCJKLettersandMonths", 0x3200, 0x32FF), ("EnclosedIdeographicSupplement", 0x1_F200, 0x1_F2FF),
    ("Ethiopic", 0x1200, 0x137F), ("EthiopicExtended", 0x2D80, 0x2DDF), ("EthiopicExtended-A", 0xAB00, 0xAB2F),
    ("EthiopicExtended-B", 0x1_E7E0, 0x1_E7FF), ("EthiopicSupplement", 0x1380, 0x139F),
    ("GeneralPunctuation", 0x2000, 0x206F), ("GeometricShapes", 0x25A0, 0x25FF),
    ("GeometricShapesExtended", 0x1_F780, 0x1_F7FF), ("Georgian", 0x10A0, 0x10FF),
    ("GeorgianExtended", 0x1C90, 0x1CBF), ("GeorgianSupplement", 0x2D00, 0x2D2F), ("Glagolitic", 0x2C00, 0x2C5F),
    ("GlagoliticSupplement", 0x1_E000, 0x1_E02F), ("Gothic", 0x1_0330, 0x1_034F), ("Grantha", 0x1_1300, 0x1_137F),
    ("GreekExtended", 0x1F00, 0x1FFF), ("GreekandCoptic", 0x370, 0x3FF), ("Gujarati", 0xA80, 0xAFF),
    ("GunjalaGondi", 0x1_1D60, 0x1_1DAF), ("Gurmukhi", 0xA00, 0xA7F), ("HalfwidthandFullwidthForms", 0xFF00, 0xFFEF),
    ("HangulCompatibilityJamo", 0x3130, 0x318F), ("HangulJamo", 0x1100, 0x11FF),
    ("HangulJamoExtended-A", 0xA960, 0xA97F), ("HangulJamoExtended-B", 0xD7B0, 0xD7FF),
    ("HangulSyllables", 0xAC00, 0xD7AF), ("HanifiRohingya", 0x1_0D00, 0x1_0D3F), ("Hanunoo", 0x1720, 0x173F),
    ("Hatran", 0x1_08E0, 0x1_08FF), ("Hebrew", 0x590, 0x5FF), ("HighPrivateUseSurrogates", 0xDB80, 0xDBFF),
    ("HighSurrogates", 0xD800, 0xDB7F), ("Hiragana", 0x3040, 0x309F), ("IPAExtensions", 0x250, 0x2AF),
    ("IdeographicDescriptionCharacters", 0x2FF0, 0x2FFF), ("IdeographicSymbolsandPunctuation", 0x1_6FE0, 0x1_6FFF),
    ("ImperialAramaic", 0x1_0840, 0x1_085F), ("IndicSiyaqNumbers", 0x1_EC70, 0x1_ECBF),
    ("InscriptionalPahlavi", 0x1_0B60, 0x1_0B7F), ("InscriptionalParthian", 0x1_0B40, 0x1_0B5F),
    ("Javanese", 0xA980, 0xA9DF), ("Kaithi", 0x1_1080, 0x1_10CF), ("KanaExtended-A", 0x1_B100, 0x1_B12F),
    ("KanaExtended-B", 0x1_AFF0, 0x1_AFFF), ("KanaSupplement", 0x1_B000, 0x1_B0FF), ("Kanbun", 0x3190, 0x319F),
    ("KangxiRadicals", 0x2F00, 0x2FDF), ("Kannada", 0xC80, 0xCFF), ("Katakana", 0x30A0, 0x30FF),
    ("KatakanaPhoneticExtensions", 0x31F0, 0x31FF), ("KayahLi", 0xA900, 0xA92F), ("Kharoshthi", 0x1_0A00, 0x1_0A5F),
    ("KhitanSmallScript", 0x1_8B00, 0x1_8CFF), ("Khmer", 0x1780, 0x17FF), ("KhmerSymbols", 0x19E0, 0x19FF),
    ("Khojki", 0x1_1200, 0x1_124F), ("Khudawadi", 0x1_12B0, 0x1_12FF), ("Lao", 0xE80, 0xEFF),
    ("Latin-1Supplement", 0x80, 0xFF), ("LatinExtended-A", 0x100, 0x17F), ("LatinExtended-B", 0x180, 0x24F),
    ("LatinExtended-C", 0x2C60, 0x2C7F), ("LatinExtended-D", 0xA720, 0xA7FF), ("LatinExtended-E", 0xAB30, 0xAB6F),
    ("LatinExtended-F", 0x1_0780, 0x1_07BF), ("LatinExtended-G", 0x1_DF00, 0x1_DFFF),
    ("LatinExtendedAdditional", 0x1E00, 0x1EFF), ("Lepcha", 0x1C00, 0x1C4F), ("LetterlikeSymbols", 0x2100, 0x214F),
    ("Limbu", 0x1900, 0x194F), ("LinearA", 0x1_0600, 0x1_077F), ("LinearBIdeograms", 0x1_0080, 0x1_00FF),
    ("LinearBSyllabary", 0x1_0000, 0x1_007F), ("Lisu", 0xA4D0, 0xA4FF), ("LisuSupplement", 0x1_1FB0, 0x1_1FBF),
    ("LowSurrogates", 0xDC00, 0xDFFF), ("Lycian", 0x1_0280, 0x1_029F), ("Lydian", 0x1_0920, 0x1_093F),
    ("Mahajani", 0x1_1150, 0x1_117F), ("MahjongTiles", 0x1_F000, 0x1_F02F), ("Makasar", 0x1_1EE0, 0x1_1EFF),
    ("Malayalam", 0xD00, 0xD7F), ("Mandaic", 0x840, 0x85F), ("Manichaean", 0x1_0AC0, 0x1_0AFF),
    ("Marchen", 0x1_1C70, 0x1_1CBF), ("MasaramGondi", 0x1_1D00, 0x1_1D5F),
    ("MathematicalAlphanumericSymbols", 0x1_D400, 0x1_D7FF), ("MathematicalOperators", 0x2200, 0x22FF),
    ("MayanNumerals", 0x1_D2E0, 0x1_D2FF), ("Medefaidrin", 0x1_6E40, 0x1_6E9F), ("MeeteiMayek", 0xABC0, 0xABFF),
    ("MeeteiMayekExtensions", 0xAAE0, 0xAAFF), ("MendeKikakui", 0x1_E800, 0x1_E8DF),
    ("MeroiticCursive", 0x1_09A0, 0x1_09FF), ("MeroiticHieroglyphs", 0x1_0980, 0x1_099F),
    ("Miao", 0x1_6F00, 0x1_6F9F), ("MiscellaneousMathematicalSymbols-A", 0x27C0, 0x27EF),
    ("MiscellaneousMathematicalSymbols-B", 0x2980, 0x29FF), ("MiscellaneousSymbols", 0x2600, 0x26FF),
    ("MiscellaneousSymbolsandArrows", 0x2B00, 0x2BFF), ("MiscellaneousSymbolsandPictographs", 0x1_F300, 0x1_F5FF),
    ("MiscellaneousTechnical", 0x2300, 0x23FF), ("Modi", 0x1_1600, 0x1_165F), ("ModifierToneLetters", 0xA700, 0xA71F),
    ("Mongolian", 0x1800, 0x18AF), ("MongolianSupplement", 0x1_1660, 0x1_167F), ("Mro", 0x1_6A40, 0x1_6A6F),
    ("Multani", 0x1_1280, 0x1_12AF), ("MusicalSymbols", 0x1_D100, 0x1_D1FF), ("Myanmar", 0x1000, 0x109F),
    ("MyanmarExtended-A", 0xAA60, 0xAA7F), ("MyanmarExtended-B", 0xA9E0, 0xA9FF), ("NKo", 0x7C0, 0x7FF),
    ("Nabataean", 0x1_0880, 0x1_08AF), ("Nandinagari", 0x1_19A0, 0x1_19FF), ("NewTaiLue", 0x1980, 0x19DF),
    ("Newa", 0x1_1400, 0x1_147F), ("NumberForms", 0x2150, 0x218F), ("Nushu", 0x1_B170, 0x1_B2FF),
    ("NyiakengPuachueHmong", 0x1_E100, 0x1_E14F), ("Ogham", 0x1680, 0x169F), ("OlChiki", 0x1C50, 0x1C7F),
    ("OldHungarian", 0x1_0C80, 0x1_0CFF), ("OldItalic", 0x1_0300, 0x1_032F), ("OldNorthArabian", 0x1_0A80, 0x1_0A9F),
    ("OldPermic", 0x1_0350, 0x1_037F), ("OldPersian", 0x1_03A0, 0x1_03DF), ("OldSogdian", 0x1_0F00, 0x1_0F2F),
    ("OldSouthArabian", 0x1_0A60, 0x1_0A7F), ("OldTurkic", 0x1_0C00, 0x1_0C4F), ("OldUyghur", 0x1_0F70, 0x1_0FAF),
    ("OpticalCharacterRecognition", 0x2440, 0x245F), ("Oriya", 0xB00, 0xB7F),
    ("OrnamentalDingbats", 0x1_F650, 0x1_F67F), ("Osage", 0x1_04B0, 0x1_04FF), ("Osmanya", 0x1_0480, 0x1_04AF),
    ("OttomanSiyaqNumbers", 0x1_ED00, 0x1_ED4F), ("PahawhHmong", 0x1_6B00, 0x1_6B8F),
    ("Palmyrene", 0x1_0860, 0x1_087F), ("PauCinHau", 0x1_1AC0, 0x1_1AFF), ("Phags-pa", 0xA840, 0xA87F),
    ("PhaistosDisc", 0x1_01D0, 0x1_01FF), ("Phoenician", 0x1_0900, 0x1_091F), ("PhoneticExtensions", 0x1D00, 0x1D7F),
    ("PhoneticExtensionsSupplement", 0x1D80, 0x1DBF), ("PlayingCards", 0x1_F0A0, 0x1_F0FF),
    ("PrivateUseArea", 0xE000, 0xF8FF), ("PsalterPahlavi", 0x1_0B80, 0x1_0BAF), ("Rejang", 0xA930, 0xA95F),
    ("RumiNumeralSymbols", 0x1_0E60, 0x1_0E7F), ("Runic", 0x16A0, 0x16FF), ("Samaritan", 0x800, 0x83F),
    ("Saurashtra", 0xA880, 0xA8DF), ("Sharada", 0x1_1180, 0x1_11DF), ("Shavian", 0x1_0450, 0x1_047F),
    ("ShorthandFormatControls", 0x1_BCA0, 0x1_BCAF), ("Siddham", 0x1_1580, 0x1_15FF), ("Sinhala", 0xD80, 0xDFF),
    ("SinhalaArchaicNumbers", 0x1_11E0, 0x1_11FF), ("SmallFormVariants", 0xFE50, 0xFE6F),
    ("SmallKanaExtension", 0x1_B130, 0x1_B16F), ("Sogdian", 0x1_0F30, 0x1_0F6F), ("SoraSompeng", 0x1_10D0, 0x1_10FF),
    ("Soyombo", 0x1_1A50, 0x1_1AAF), ("SpacingModifierLetters", 0x2B0, 0x2FF), ("Specials", 0xFFF0, 0xFFFF),
    ("Sundanese", 0x1B80, 0x1BBF), ("SundaneseSupplement", 0x1CC0, 0x1CCF),
    ("SuperscriptsandSubscripts", 0x2070, 0x209F), ("SupplementalArrows-A", 0x27F0, 0x27FF),
    ("SupplementalArrows-B", 0x2900, 0x297F), ("SupplementalArrows-C", 0x1_F800, 0x1_F8FF),
    ("SupplementalMathematicalOperators", 0x2A00, 0x2AFF), ("SupplementalPunctuation", 0x2E00, 0x2E7F),
    ("SupplementalSymbolsandPictographs", 0x1_F900, 0x1_F9FF), ("SupplementaryPrivateUseArea-A", 0xF_0000, 0xF_FFFF),
    ("SupplementaryPrivateUseArea-B", 0x10_0000, 0x10_FFFF), ("SuttonSignWriting", 0x1_D800, 0x1_DAAF),
    ("SylotiNagri", 0xA800, 0xA82F), ("SymbolsandPictographsExtended-A", 0x1_FA70, 0x1_FAFF),
    ("SymbolsforLegacyComputing", 0x1_FB00, 0x1_FBFF), ("Syriac", 0x700, 0x74F), ("SyriacSupplement", 0x860, 0x86F),
    ("Tagalog", 0x1700, 0x171F), ("Tagbanwa", 0x1760, 0x177F), ("Tags", 0xE_0000, 0xE_007F),
    ("TaiLe", 0x1950, 0x197F), ("TaiTham", 0x1A20, 0x1AAF), ("TaiViet", 0xAA80, 0xAADF),
    ("TaiXuanJingSymbols", 0x1_D300, 0x1_D35F), ("Takri", 0x1_1680, 0x1_16CF), ("Tamil", 0xB80, 0xBFF),
    ("TamilSupplement", 0x1_1FC0, 0x1_1FFF), ("Tangsa", 0x1_6A70, 0x1_6ACF), ("Tangut", 0x1_7000, 0x1_87FF),
    ("TangutComponents", 0x1_8800, 0x1_8AFF), ("TangutSupplement", 0x1_8D00, 0x1_8D7F), ("Telugu", 0xC00, 0xC7F),
    ("Thaana", 0x780, 0x7BF), ("Thai", 0xE00, 0xE7F), ("Tibetan", 0xF00, 0xFFF), ("Tifinagh", 0x2D30, 0x2D7F),
    ("Tirhuta", 0x1_1480, 0x1_14DF), ("Toto", 0x1_E290, 0x1_E2BF), ("TransportandMapSymbols", 0x1_F680, 0x1_F6FF),
    ("Ugaritic", 0x1_0380, 0x1_039F), ("UnifiedCanadianAboriginalSyllabics", 0x1400, 0x167F),
    ("UnifiedCanadianAboriginalSyllabicsExtended", 0x18B0, 0x18FF),
    ("UnifiedCanadianAboriginalSyllabicsExtended-A", 0x1_1AB0, 0x1_1ABF), ("Vai", 0xA500, 0xA63F),
    ("VariationSelectors", 0xFE00, 0xFE0F), ("VariationSelectorsSupplement", 0xE_0100, 0xE_01EF),
    ("VedicExtensions", 0x1CD0, 0x1CFF), ("VerticalForms", 0xFE10, 0xFE1F), ("Vithkuqi", 0x1_0570, 0x1_05BF),
    ("Wancho", 0x1_E2C0, 0x1_E2FF), ("WarangCiti", 0x1_18A0, 0x1_18FF), ("Yezidi", 0x1_0E80, 0x1_0EBF),
    ("YiRadicals", 0xA490, 0xA4CF), ("YiSyllables", 0xA000, 0xA48F), ("YijingHexagramSymbols", 0x4DC0, 0x4DFF),
    ("ZanabazarSquare", 0x1_1A00, 0x1_1A4F), ("ZnamennyMusicalNotation", 0x1_CF00, 0x1_CFCF),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn bounds(name: &str) -> Vec<(char, char)> {
        let class = block(name).unwrap();
        class.iter().map(|range| (range.start(), range.end())).collect()
    }

    #[test]
    fn the_table_is_sorted_and_its_blocks_do_not_overlap() {
        assert!(BLOCKS.is_sorted_by(|left, right| left.0 < right.0));
        let mut by_start: Vec<_> = BLOCKS.iter().map(|&(_, first, last)| (first, last)).collect();
        by_start.sort_unstable();
        assert!(by_start.iter().all(|(first, last)| first < last));
        assert!(by_start.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }

    #[test]
    fn blocks_are_found_by_current_and_by_old_names() {
        assert_eq!(bounds("BasicLatin"), [('\0', '\x7F')]);
        assert_eq!(bounds("Latin-1Supplement"), [('\u{80}', '\u{FF}')]);
        assert_eq!(bounds("Greek"), bounds("GreekandCoptic"));
        assert_eq!(bounds("CombiningMarksforSymbols"), [('\u{20D0}', '\u{20FF}')]);
        assert_eq!(bounds("PrivateUse").len(), 3);
        assert_eq!(bounds("HighSurrogates"), []);
        assert!(block("Basic Latin").is_none());
        assert!(block("basiclatin").is_none());
    }
}
