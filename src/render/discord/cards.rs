//! Fills the descriptions of embeds with the lines of a page.

use super::length;
use crate::render::DESCRIPTION_MAX;

/// Fills the descriptions of embeds one after the other.
#[derive(Default)]
pub(super) struct Cards {
    pub(super) full: Vec<String>,
    used: usize,
}

impl Cards {
    /// Adds lines that belong together: to the open embed, to a new embed if they only fit there, or else spread over
    /// several embeds.
    pub(super) fn add(&mut self, lines: Vec<String>) {
        let together: usize = lines.iter().map(|line| length(line) + 1).sum();
        if self.used + together > DESCRIPTION_MAX && together <= DESCRIPTION_MAX {
            self.used = DESCRIPTION_MAX;
        }
        for (at, line) in lines.iter().enumerate() {
            // A heading needs room for the line below it.
            let over = lines.get(at + 1).filter(|_| line.starts_with("### "));
            let needed = length(line) + 1 + over.map_or(0, |next| length(next) + 1);
            match self.full.last_mut() {
                Some(card) if self.used + needed <= DESCRIPTION_MAX => {
                    card.push('\n');
                    card.push_str(line);
                    self.used += length(line) + 1;
                }
                _ => {
                    self.full.push(line.clone());
                    self.used = length(line);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cards(blocks: &[&[usize]]) -> Vec<usize> {
        let mut cards = Cards::default();
        for block in blocks {
            cards.add(block.iter().map(|size| "x".repeat(*size)).collect());
        }
        cards.full.iter().map(|card| length(card)).collect()
    }

    #[test]
    fn a_card_is_filled_to_its_limit_and_not_beyond() {
        assert_eq!(
            cards(&[&[1000], &[DESCRIPTION_MAX - 1001]]),
            [DESCRIPTION_MAX]
        );
        assert_eq!(cards(&[&[1000], &[DESCRIPTION_MAX - 1000]]).len(), 2);
    }

    #[test]
    fn a_section_is_kept_together_where_it_fits_a_card() {
        assert_eq!(cards(&[&[2000], &[1500, 1500]]), [2000, 3001]);
        assert_eq!(cards(&[&[2000], &[1500, 1500, 1500]]), [3501, 3001]);
    }

    #[test]
    fn nothing_makes_no_card() {
        assert!(cards(&[&[]]).is_empty());
    }
}
