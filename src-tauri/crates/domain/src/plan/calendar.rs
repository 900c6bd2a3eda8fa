//! Public holidays. France first (MODEL.md, section 4).

use crate::Date;
use serde::{Deserialize, Serialize};

/// A public holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "wire", derive(ts_rs::TS, schemars::JsonSchema))]
pub enum HolidayId {
    /// 1 January.
    NewYear,
    /// The day after Easter Sunday.
    EasterMonday,
    /// 1 May.
    LabourDay,
    /// 8 May.
    VictoryDay,
    /// 39 days after Easter Sunday.
    Ascension,
    /// 50 days after Easter Sunday.
    WhitMonday,
    /// 14 July.
    NationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
}

impl HolidayId {
    /// A word for it, as it stands in files and messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::NewYear => "new_year",
            Self::EasterMonday => "easter_monday",
            Self::LabourDay => "labour_day",
            Self::VictoryDay => "victory_day",
            Self::Ascension => "ascension",
            Self::WhitMonday => "whit_monday",
            Self::NationalDay => "national_day",
            Self::Assumption => "assumption",
            Self::AllSaints => "all_saints",
            Self::Armistice => "armistice",
            Self::Christmas => "christmas",
        }
    }
}

/// The public holidays of a country in a year, in order; none for a country that is not known. Known: `fr`.
///
/// France: the eleven days of article L3133-1 of the Code du travail (not those of Alsace-Moselle and overseas). Two may
/// fall on one day (Ascension on 1 May 2008). Years outside 1900-2199 have none.
pub fn public_holidays(country: &str, year: i16) -> Vec<(Date, HolidayId)> {
    let Some(easter) = (country == "fr").then(|| easter_sunday(year)).flatten() else { return Vec::new() };
    let fixed = [
        (1, 1, HolidayId::NewYear),
        (5, 1, HolidayId::LabourDay),
        (5, 8, HolidayId::VictoryDay),
        (7, 14, HolidayId::NationalDay),
        (8, 15, HolidayId::Assumption),
        (11, 1, HolidayId::AllSaints),
        (11, 11, HolidayId::Armistice),
        (12, 25, HolidayId::Christmas),
    ];
    let moving = [(1, HolidayId::EasterMonday), (39, HolidayId::Ascension), (50, HolidayId::WhitMonday)];
    let fixed =
        fixed.into_iter().filter_map(|(month, day, id)| Some((Date::new(year, month, day).ok()?, id)));
    let moving = moving.into_iter().map(|(days, id)| (easter.plus_days(days), id));
    let mut days: Vec<(Date, HolidayId)> = fixed.chain(moving).collect();
    days.sort_unstable();
    days
}

/// Easter Sunday by the Gregorian computus in the form of the "anonymous Gregorian algorithm" (Nature, 20 April 1876;
/// J. Meeus, Astronomical Algorithms, chapter 8). Exact for every Gregorian year.
fn easter_sunday(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_on_the_days_of_the_almanac() {
        for day in
            ["1961-04-02", "2000-04-23", "2024-03-31", "2026-04-05", "2027-03-28", "2038-04-25", "2100-03-28"]
        {
            let easter = Date::parse(day).unwrap();
            assert_eq!(easter_sunday(easter.civil().year()), Some(easter));
        }
    }

    #[test]
    fn france_has_eleven_public_holidays() {
        let days = public_holidays("fr", 2027);
        assert_eq!(days.len(), 11);
        let of = |id| days.iter().find(|(_, holiday)| *holiday == id).map(|(date, _)| date.to_string());
        assert_eq!(of(HolidayId::EasterMonday).as_deref(), Some("2027-03-29"));
        assert_eq!(of(HolidayId::Ascension).as_deref(), Some("2027-05-06"));
        assert_eq!(of(HolidayId::WhitMonday).as_deref(), Some("2027-05-17"));
        assert!(public_holidays("de", 2027).is_empty());
    }
}
