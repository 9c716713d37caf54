//! The regular expressions of XML Schema → syntax tree.
//!
//! Source: XML Schema part 2, appendix F. Two tolerances, for what can mean nothing else: a backslash before ASCII
//! punctuation that needs none (`\/`, `\@`) stands for the character itself, and so does a `}` that closes nothing.

use super::{
    error::PatternProblem,
    escape::{any_but_line_end, multi_character, property, single},
    expression::Expression,
};
use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

/// Deepest nesting of groups, and of subtracted classes.
const DEPTH_LIMIT: u32 = 64;

/// A problem with its place, counted from 1.
pub(super) type Problem = (usize, PatternProblem);

/// Parses a whole pattern.
pub(super) fn parse(pattern: &str) -> Result<Expression, Problem> {
    let mut parser = Parser {
        characters: pattern.chars(),
        place: 1,
    };
    let expression = parser.alternation(0)?;
    match parser.peek() {
        None => Ok(expression),
        Some(character) => Err(parser.problem(PatternProblem::Unbalanced(character))),
    }
}

/// What an escape stands for.
enum Escaped {
    Character(char),
    Set(ClassUnicode),
}

/// Reads a pattern from left to right.
struct Parser<'a> {
    characters: std::str::Chars<'a>,
    /// Place of the next character, counted from 1.
    place: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.characters.clone().next()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.characters.next()?;
        self.place += 1;
        Some(character)
    }

    fn skip(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.next();
        }
        found
    }

    fn problem(&self, problem: PatternProblem) -> Problem {
        (self.place, problem)
    }

    /// `branch ('|' branch)*`, up to `)` or the end.
    fn alternation(&mut self, depth: u32) -> Result<Expression, Problem> {
        if depth > DEPTH_LIMIT {
            return Err(self.problem(PatternProblem::TooDeep));
        }
        let mut branches = vec![self.branch(depth)?];
        while self.skip('|') {
            branches.push(self.branch(depth)?);
        }
        Ok(Expression::alternation(branches))
    }

    /// `(atom quantifier?)*`
    fn branch(&mut self, depth: u32) -> Result<Expression, Problem> {
        let mut pieces = Vec::new();
        while let Some(character) = self.peek() {
            if matches!(character, '|' | ')') {
                break;
            }
            let atom = self.atom(depth)?;
            pieces.push(self.quantified(atom)?);
        }
        Ok(Expression::concatenation(pieces))
    }

    fn atom(&mut self, depth: u32) -> Result<Expression, Problem> {
        let place = self.place;
        let set = match self.next() {
            Some('(') => {
                let inner = self.alternation(depth + 1)?;
                return if self.skip(')') {
                    Ok(inner)
                } else {
                    Err((place, PatternProblem::GroupOpen))
                };
            }
            Some('[') => self.class(place, 0)?,
            Some('.') => any_but_line_end(),
            Some('\\') => match self.escaped()? {
                Escaped::Character(character) => single(character),
                Escaped::Set(set) => set,
            },
            Some(quantifier @ ('?' | '*' | '+')) => return Err((place, PatternProblem::NothingToRepeat(quantifier))),
            Some('{') => return Err((place, PatternProblem::Quantifier)),
            Some(']') => return Err((place, PatternProblem::Unbalanced(']'))),
            Some(character) => single(character),
            None => return Ok(Expression::Empty),
        };
        Ok(Expression::Class(set))
    }

    /// The atom with the quantifier that follows it, if one does.
    fn quantified(&mut self, atom: Expression) -> Result<Expression, Problem> {
        let (minimum, maximum) = match self.peek() {
            Some('?') => (0, Some(1)),
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('{') => {
                let counts = self.counts()?;
                return Ok(repetition(atom, counts));
            }
            _ => return Ok(atom),
        };
        self.next();
        Ok(repetition(atom, (minimum, maximum)))
    }

    /// `{n}`, `{n,}` or `{n,m}`
    fn counts(&mut self) -> Result<(u32, Option<u32>), Problem> {
        let start = self.place;
        self.next();
        let minimum = self.count()?.ok_or((start, PatternProblem::Quantifier))?;
        let maximum = if self.skip(',') { self.count()? } else { Some(minimum) };
        if !self.skip('}') {
            return Err((start, PatternProblem::Quantifier));
        }
        if maximum.is_some_and(|maximum| maximum < minimum) {
            return Err((start, PatternProblem::QuantifierOrder));
        }
        Ok((minimum, maximum))
    }

    /// Digits, if any.
    fn count(&mut self) -> Result<Option<u32>, Problem> {
        let start = self.place;
        let mut count = None;
        while let Some(digit) = self.peek().and_then(|character| character.to_digit(10)) {
            self.next();
            let more = count
                .unwrap_or(0_u32)
                .checked_mul(10)
                .and_then(|tens| tens.checked_add(digit));
            count = Some(more.ok_or((start, PatternProblem::QuantifierTooLarge))?);
        }
        Ok(count)
    }

    /// What follows a backslash.
    fn escaped(&mut self) -> Result<Escaped, Problem> {
        let place = self.place;
        let letter = self.next().ok_or((place, PatternProblem::EscapeOpen))?;
        Ok(match letter {
            'n' => Escaped::Character('\n'),
            'r' => Escaped::Character('\r'),
            't' => Escaped::Character('\t'),
            'p' => Escaped::Set(self.property()?),
            'P' => {
                let mut set = self.property()?;
                set.negate();
                Escaped::Set(set)
            }
            punctuation if punctuation.is_ascii_punctuation() && punctuation != '_' => Escaped::Character(punctuation),
            other => Escaped::Set(multi_character(other).ok_or((place, PatternProblem::Escape(other)))?),
        })
    }

    /// `{name}` after `\p`.
    fn property(&mut self) -> Result<ClassUnicode, Problem> {
        let place = self.place;
        if !self.skip('{') {
            return Err((place, PatternProblem::Property));
        }
        let text = self.characters.as_str();
        let end = text.find('}').ok_or((place, PatternProblem::Property))?;
        let name = &text[..end];
        for _ in 0..=name.chars().count() {
            self.next();
        }
        property(name).ok_or_else(|| {
            (
                place + 1,
                PatternProblem::PropertyUnknown(name.chars().take(60).collect()),
            )
        })
    }

    /// A character class after its `[`, which stands at `start`.
    fn class(&mut self, start: usize, depth: u32) -> Result<ClassUnicode, Problem> {
        if depth > DEPTH_LIMIT {
            return Err((start, PatternProblem::TooDeep));
        }
        let negative = self.skip('^');
        let mut set = ClassUnicode::empty();
        let mut empty = true;
        let mut subtracted = None;
        loop {
            let place = self.place;
            match self.next() {
                None => return Err((start, PatternProblem::ClassOpen)),
                Some(']') if empty => return Err((start, PatternProblem::ClassEmpty)),
                Some(']') => break,
                Some('[') => return Err((place, PatternProblem::ClassNested)),
                Some('-') if empty || matches!(self.peek(), None | Some(']')) => set.union(&single('-')),
                Some('-') => {
                    let start = self.place;
                    if !self.skip('[') {
                        return Err((place, PatternProblem::Hyphen));
                    }
                    subtracted = Some(self.class(start, depth + 1)?);
                    if !self.skip(']') {
                        return Err(self.problem(PatternProblem::ClassNested));
                    }
                    break;
                }
                Some('\\') => match self.escaped()? {
                    Escaped::Set(more) => set.union(&more),
                    Escaped::Character(first) => set.push(self.range(first, place)?),
                },
                Some(first) => set.push(self.range(first, place)?),
            }
            empty = false;
        }
        if negative {
            set.negate();
        }
        if let Some(subtracted) = subtracted {
            set.difference(&subtracted);
        }
        Ok(set)
    }

    /// The range that begins with this character, which stands at `start`; often the character alone.
    fn range(&mut self, first: char, start: usize) -> Result<ClassUnicodeRange, Problem> {
        let mut ahead = self.characters.clone();
        if ahead.next() != Some('-') || matches!(ahead.next(), Some('[' | ']') | None) {
            return Ok(ClassUnicodeRange::new(first, first));
        }
        self.next();
        let place = self.place;
        let last = match self.next() {
            Some('\\') => match self.escaped()? {
                Escaped::Character(last) => last,
                Escaped::Set(_) => return Err((place, PatternProblem::RangeBound)),
            },
            Some('-') => return Err((place, PatternProblem::Hyphen)),
            Some(last) => last,
            None => return Err((place, PatternProblem::ClassOpen)),
        };
        if last < first {
            return Err((start, PatternProblem::RangeOrder));
        }
        Ok(ClassUnicodeRange::new(first, last))
    }
}

fn repetition(inner: Expression, (minimum, maximum): (u32, Option<u32>)) -> Expression {
    if (minimum, maximum) == (1, Some(1)) {
        return inner;
    }
    Expression::Repetition {
        inner: Box::new(inner),
        minimum,
        maximum,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use PatternProblem::{
        ClassEmpty, ClassNested, ClassOpen, Escape, EscapeOpen, GroupOpen, Hyphen, NothingToRepeat, Property,
        PropertyUnknown, Quantifier, QuantifierOrder, QuantifierTooLarge, RangeBound, RangeOrder, TooDeep, Unbalanced,
    };

    #[test]
    fn what_is_no_pattern_is_refused_at_its_place() {
        let table = [
            ("a**", 3, NothingToRepeat('*')),
            ("a+?", 3, NothingToRepeat('?')),
            ("a{2}{3}", 5, Quantifier),
            ("*a", 1, NothingToRepeat('*')),
            ("(?:a)", 2, NothingToRepeat('?')),
            ("a|+", 3, NothingToRepeat('+')),
            ("{1}a", 1, Quantifier),
            ("a{,2}", 2, Quantifier),
            ("a{2", 2, Quantifier),
            ("a{b}", 2, Quantifier),
            ("ä{2,1}", 2, QuantifierOrder),
            ("a{99999999999}", 3, QuantifierTooLarge),
            ("(a", 1, GroupOpen),
            ("ä(b(c)", 2, GroupOpen),
            ("a)", 2, Unbalanced(')')),
            ("a]", 2, Unbalanced(']')),
            ("[a", 1, ClassOpen),
            ("[a-", 1, ClassOpen),
            ("x[]a]", 2, ClassEmpty),
            ("[^]", 1, ClassEmpty),
            ("[a[b]]", 3, ClassNested),
            ("[a-z-[b]c]", 9, ClassNested),
            ("[-[a]]", 3, ClassNested),
            ("[z-a]", 2, RangeOrder),
            ("[a-\\d]", 4, RangeBound),
            ("[a-c-e]", 5, Hyphen),
            ("[\\d-a]", 4, Hyphen),
            ("[a--b]", 4, Hyphen),
            ("\\b", 2, Escape('b')),
            ("\\1", 2, Escape('1')),
            ("\\_", 2, Escape('_')),
            ("a\\", 3, EscapeOpen),
            ("\\pL", 3, Property),
            ("\\p{Lu", 3, Property),
            ("\\p{Foo}", 4, PropertyUnknown("Foo".to_owned())),
            ("[\\P{IsNowhere}]", 5, PropertyUnknown("IsNowhere".to_owned())),
        ];
        for (pattern, place, problem) in table {
            assert_eq!(parse(pattern), Err((place, problem)), "{pattern}");
        }
    }

    #[test]
    fn nesting_is_bounded() {
        assert!(parse(&("(".repeat(64) + &")".repeat(64))).is_ok());
        assert_eq!(parse(&"(".repeat(100_000)), Err((66, TooDeep)));
        assert!(matches!(parse(&"[a-".repeat(100_000)), Err((_, TooDeep))));
    }

    #[test]
    fn alternatives_of_single_characters_become_one_class() {
        assert_eq!(parse("((a|[c-e])|b|(x|y))"), parse("[abcdexy]"));
        assert_eq!(parse("(ab|c|de|f)"), parse("[cf]|ab|de"));
        assert_eq!(parse("(a){1}"), parse("a"));
    }

    #[test]
    fn hyphens_and_carets_stand_for_themselves_where_the_grammar_lets_them() {
        assert_eq!(parse("[-a]"), parse("a|\\-"));
        assert_eq!(parse("[a-]"), parse("a|-"));
        assert_eq!(parse("[--]"), parse("-"));
        assert_eq!(parse("[a^]"), parse("a|^"));
        assert_eq!(parse("[!\\--/]"), parse("[!\\-./]"));
        assert_eq!(parse("[,-\\.]"), parse("[,\\-.]"));
        assert_eq!(parse("\\/\\@}"), parse("/@[}]"));
    }

    #[test]
    fn subtraction_comes_after_negation_and_nests() {
        assert_eq!(parse("[a-z-[aeiou]]"), parse("[b-df-hj-np-tv-z]"));
        assert_eq!(parse("[a-f-[b-e-[cd]]]"), parse("[acdf]"));
        assert_eq!(parse("[\\d-[^0-9]]"), parse("[0-9]"));
        assert_eq!(parse("[^a-[^b]]"), parse("b"));
        assert_eq!(parse("[\\P{L}-[^5]]"), parse("5"));
    }
}
