//! Public holidays of France and six neighbours (MODEL.md, section 4).

use crate::Date;
use serde::{Deserialize, Serialize};

/// The countries of which the public holidays are known (ISO 3166-1, small letters).
pub const HOLIDAY_COUNTRIES: [&str; 7] = ["fr", "be", "lu", "de", "ch", "it", "es"];

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
    /// 8 May, in France.
    VictoryDay,
    /// 39 days after Easter Sunday.
    Ascension,
    /// 50 days after Easter Sunday.
    WhitMonday,
    /// 14 July, in France.
    NationalDay,
    /// 15 August.
    Assumption,
    /// 1 November.
    AllSaints,
    /// 11 November.
    Armistice,
    /// 25 December.
    Christmas,
    /// 6 January.
    Epiphany,
    /// Two days before Easter Sunday.
    GoodFriday,
    /// 25 April, in Italy.
    LiberationDay,
    /// 9 May, in Luxembourg.
    EuropeDay,
    /// 2 June, in Italy.
    RepublicDay,
    /// 23 June: the Grand Duke's birthday is kept.
    LuxembourgNationalDay,
    /// 21 July.
    BelgianNationalDay,
    /// 1 August.
    SwissNationalDay,
    /// 3 October.
    GermanUnityDay,
    /// 4 October, in Italy.
    SaintFrancis,
    /// 12 October.
    SpanishNationalDay,
    /// 6 December, in Spain.
    ConstitutionDay,
    /// 8 December.
    ImmaculateConception,
    /// 26 December: Saint Stephen's.
    SecondChristmasDay,
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
            Self::Epiphany => "epiphany",
            Self::GoodFriday => "good_friday",
            Self::LiberationDay => "liberation_day",
            Self::EuropeDay => "europe_day",
            Self::RepublicDay => "republic_day",
            Self::LuxembourgNationalDay => "luxembourg_national_day",
            Self::BelgianNationalDay => "belgian_national_day",
            Self::SwissNationalDay => "swiss_national_day",
            Self::GermanUnityDay => "german_unity_day",
            Self::SaintFrancis => "saint_francis",
            Self::SpanishNationalDay => "spanish_national_day",
            Self::ConstitutionDay => "constitution_day",
            Self::ImmaculateConception => "immaculate_conception",
            Self::SecondChristmasDay => "second_christmas_day",
        }
    }
}

/// Holidays by month and day, by days from Easter Sunday, and the first year of those that are newer than the others.
struct Rules {
    fixed: Fixed,
    moving: Moving,
    since: &'static [(HolidayId, i16)],
}

/// The public holidays of a country in a year, in order, by the law as it stands today; none for a country that is
/// not one of [`HOLIDAY_COUNTRIES`]. Two may fall on one day (Ascension on 1 May 2008). Years outside 1900-2199 have
/// none.
///
/// - France: the eleven days of article L3133-1 of the Code du travail; not those of Alsace-Moselle and overseas.
/// - Belgium: the ten days of the royal decree of 18 April 1974 (law of 4 January 1974); not the days of the
///   communities, nor the day that replaces one on a Sunday.
/// - Luxembourg: the eleven days of article L.232-2 of the Code du travail, 9 May from 2019; not bank holidays, nor
///   the day that makes up for one on a Sunday.
/// - Germany: the nine days that the laws of all sixteen Länder have, 3 October by article 2 of the Unification
///   Treaty, from 1990; not those of some Länder (Epiphany, Corpus Christi, Reformation Day …).
/// - Switzerland: 1 August (article 110 of the Federal Constitution) and the three days that all cantons keep, as
///   listed by the Federal Office of Justice; not those of some cantons (Good Friday, Easter Monday, 26 December …).
/// - Italy: law 260 of 1949 with its changes: 6 January by decree 792 of 1985, 2 June by law 336 of 2000, 4 October
///   from 2026 by law 151 of 2025; not Sundays (Easter among them) and patron saints.
/// - Spain: the days of article 37.2 of the Estatuto de los Trabajadores and article 45 of royal decree 2001/1983
///   that all communities keep, 6 January among them; not Maundy Thursday, regional and local days, nor the day that
///   replaces one on a Sunday.
pub fn public_holidays(country: &str, year: i16) -> Vec<(Date, HolidayId)> {
    let (Some(rules), Some(easter)) = (rules(country), easter_sunday(year)) else { return Vec::new() };
    let fixed =
        rules.fixed.iter().filter_map(|(month, day, id)| Some((Date::new(year, *month, *day).ok()?, *id)));
    let moving = rules.moving.iter().map(|(days, id)| (easter.plus_days(*days), *id));
    let begun = |id: HolidayId| rules.since.iter().all(|(newer, first)| *newer != id || *first <= year);
    let mut days: Vec<(Date, HolidayId)> = fixed.chain(moving).filter(|(_, id)| begun(*id)).collect();
    days.sort_unstable();
    days
}

/// Holidays by month and day.
type Fixed = &'static [(i8, i8, HolidayId)];
/// Holidays by days from Easter Sunday.
type Moving = &'static [(i64, HolidayId)];

const FR: Fixed = &[
    (1, 1, HolidayId::NewYear),
    (5, 1, HolidayId::LabourDay),
    (5, 8, HolidayId::VictoryDay),
    (7, 14, HolidayId::NationalDay),
    (8, 15, HolidayId::Assumption),
    (11, 1, HolidayId::AllSaints),
    (11, 11, HolidayId::Armistice),
    (12, 25, HolidayId::Christmas),
];
const BE: Fixed = &[
    (1, 1, HolidayId::NewYear),
    (5, 1, HolidayId::LabourDay),
    (7, 21, HolidayId::BelgianNationalDay),
    (8, 15, HolidayId::Assumption),
    (11, 1, HolidayId::AllSaints),
    (11, 11, HolidayId::Armistice),
    (12, 25, HolidayId::Christmas),
];
const LU: Fixed = &[
    (1, 1, HolidayId::NewYear),
    (5, 1, HolidayId::LabourDay),
    (5, 9, HolidayId::EuropeDay),
    (6, 23, HolidayId::LuxembourgNationalDay),
    (8, 15, HolidayId::Assumption),
    (11, 1, HolidayId::AllSaints),
    (12, 25, HolidayId::Christmas),
    (12, 26, HolidayId::SecondChristmasDay),
];
const DE: Fixed = &[
    (1, 1, HolidayId::NewYear),
    (5, 1, HolidayId::LabourDay),
    (10, 3, HolidayId::GermanUnityDay),
    (12, 25, HolidayId::Christmas),
    (12, 26, HolidayId::SecondChristmasDay),
];
const CH: Fixed =
    &[(1, 1, HolidayId::NewYear), (8, 1, HolidayId::SwissNationalDay), (12, 25, HolidayId::Christmas)];
const IT: Fixed = &[
    (1, 1, HolidayId::NewYear),
    (1, 6, HolidayId::Epiphany),
    (4, 25, HolidayId::LiberationDay),
    (5, 1, HolidayId::LabourDay),
    (6, 2, HolidayId::RepublicDay),
    (8, 15, HolidayId::Assumption),
    (10, 4, HolidayId::SaintFrancis),
    (11, 1, HolidayId::AllSaints),
    (12, 8, HolidayId::ImmaculateConception),
    (12, 25, HolidayId::Christmas),
    (12, 26, HolidayId::SecondChristmasDay),
];
const ES: Fixed = &[
    (1, 1, HolidayId::NewYear),
    (1, 6, HolidayId::Epiphany),
    (5, 1, HolidayId::LabourDay),
    (8, 15, HolidayId::Assumption),
    (10, 12, HolidayId::SpanishNationalDay),
    (11, 1, HolidayId::AllSaints),
    (12, 6, HolidayId::ConstitutionDay),
    (12, 8, HolidayId::ImmaculateConception),
    (12, 25, HolidayId::Christmas),
];
const WITH_EASTER: Moving =
    &[(1, HolidayId::EasterMonday), (39, HolidayId::Ascension), (50, HolidayId::WhitMonday)];

fn rules(country: &str) -> Option<Rules> {
    use HolidayId::*;
    let (fixed, moving, since): (Fixed, Moving, &[_]) = match country {
        "fr" => (FR, WITH_EASTER, &[]),
        "be" => (BE, WITH_EASTER, &[]),
        "lu" => (LU, WITH_EASTER, &[(EuropeDay, 2019)]),
        "de" => (
            DE,
            &[(-2, GoodFriday), (1, EasterMonday), (39, Ascension), (50, WhitMonday)],
            &[(GermanUnityDay, 1990)],
        ),
        "ch" => (CH, &[(39, Ascension)], &[]),
        "it" => (IT, &[(1, EasterMonday)], &[(SaintFrancis, 2026)]),
        "es" => (ES, &[(-2, GoodFriday)], &[]),
        _ => return None,
    };
    Some(Rules { fixed, moving, since })
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
        assert!(public_holidays("gb", 2027).is_empty());
    }

    #[test]
    fn each_country_has_its_public_holidays() {
        let dates = |country: &str, year| -> Vec<String> {
            public_holidays(country, year).iter().map(|(date, _)| date.to_string()[5..].to_owned()).collect()
        };
        let counts = HOLIDAY_COUNTRIES.map(|country| dates(country, 2027).len());
        assert_eq!(counts, [11, 10, 11, 9, 4, 12, 10]);
        assert_eq!(dates("ch", 2026), ["01-01", "05-14", "08-01", "12-25"]);
        let german = ["01-01", "04-03", "04-06", "05-01", "05-14", "05-25", "10-03", "12-25", "12-26"];
        assert_eq!(dates("de", 2026), german);
        assert!(dates("be", 2030).contains(&"07-21".into()) && dates("lu", 2030).contains(&"06-23".into()));
        assert!(dates("es", 2035).contains(&"03-23".into()) && dates("es", 2035).contains(&"12-06".into()));
        assert!(dates("it", 2026).contains(&"10-04".into()) && !dates("it", 2025).contains(&"10-04".into()));
    }

    #[test]
    fn every_word_is_that_of_the_file() {
        let all = HOLIDAY_COUNTRIES.iter().flat_map(|country| public_holidays(country, 2027));
        for (_, id) in all {
            let word = serde_json::to_string(&id).unwrap();
            assert_eq!(word, format!("\"{}\"", id.word()));
        }
    }
}
