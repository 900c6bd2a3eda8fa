//! What can be typed about certifications. Where one of the person's is asked for, its id does, and so does the
//! catalogue's where there is but one of it.

use super::records::Record;
use super::{parse_day, parse_number, parse_time};
use clap::{Args as Arguments, Subcommand};

#[derive(Debug, Subcommand)]
pub(crate) enum Certifications {
    /// List yours, nearest date first.
    #[command(alias = "ls")]
    List,
    /// One of yours: where it stands, its exam, its preparation, its renewal.
    Show {
        /// Its id, or the catalogue's.
        id: String,
    },
    /// List the catalogue against your target.
    #[command(alias = "cat")]
    Catalogue(Catalogue),
    /// One of the catalogue: every fact with its age, what it would prove, what it needs.
    Facts {
        /// Its id in the catalogue, as in aws-dva.
        certification: String,
    },
    /// Up to four of the catalogue side by side.
    Compare {
        /// Their ids in the catalogue.
        #[arg(required = true)]
        certifications: Vec<String>,
    },
    /// Add one.
    Add(Box<Record>),
    /// Change one: what is not named stays.
    Set {
        /// Its id, or the catalogue's.
        id: String,
        #[command(flatten)]
        record: Box<Record>,
    },
    /// Remove one.
    #[command(alias = "rm")]
    Remove {
        /// Its id, or the catalogue's.
        id: String,
    },
    /// Put its preparation into the plan.
    Plan {
        /// Its id, or that of one in the catalogue.
        id: String,
        /// The day you want to have prepared it by.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        by: Option<String>,
        /// Plan what is needed first, and not held, too.
        #[arg(long)]
        with_needed: bool,
    },
    /// Book its exam, or move it: what is not named stays.
    Book(Book),
    /// Say that it was passed.
    Pass {
        /// Its id, or the catalogue's.
        id: String,
        /// The day; that of the booking where absent, else today.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        on: Option<String>,
        /// The score, as reported.
        #[arg(long, default_value = "")]
        score: String,
    },
    /// Say that it was not passed.
    Fail {
        /// Its id, or the catalogue's.
        id: String,
        /// The day; that of the booking where absent, else today.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        on: Option<String>,
        /// The score, as reported.
        #[arg(long, default_value = "")]
        score: String,
        /// What was hard.
        #[arg(long, default_value = "")]
        note: String,
        /// The day from which it may be tried again, where you know better than the catalogue.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        retry_from: Option<String>,
    },
    /// Say that the certificate was issued.
    Hold {
        /// Its id, or the catalogue's.
        id: String,
        /// Day of issue.
        #[arg(value_parser = parse_day)]
        issued: String,
        /// The last day on which it holds; none where it does not expire.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        expires: Option<String>,
        /// The credential's id; as it was where absent.
        #[arg(long)]
        credential_id: Option<String>,
        /// Where it can be checked; as it was where absent.
        #[arg(long)]
        url: Option<String>,
    },
    /// Say that it was renewed.
    Renew {
        /// Its id, or the catalogue's.
        id: String,
        /// The last day on which it holds now.
        #[arg(long, value_name = "DATE", value_parser = parse_day, required_unless_present = "for_good")]
        expires: Option<String>,
        /// It no longer expires.
        #[arg(long, conflicts_with = "expires")]
        for_good: bool,
        /// The day; today where absent.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        on: Option<String>,
        /// What it cost.
        #[arg(long, value_parser = parse_number, allow_negative_numbers = true, requires = "currency")]
        cost: Option<f64>,
        /// Currency of the cost, as in EUR.
        #[arg(long, requires = "cost")]
        currency: Option<String>,
    },
    /// Say whether you mean to keep it up: a renewal then stands in the plan when its time comes.
    KeepUp {
        /// Its id, or the catalogue's.
        id: String,
        /// You do not.
        #[arg(long)]
        not: bool,
    },
    /// Put a fact of yours in the place of the catalogue's.
    Correct {
        /// Its id in the catalogue.
        certification: String,
        /// price, status, retired_on, minutes, questions, pass_mark, validity_months, renewal, renewal_opens_days,
        /// renewal_credits, retake_days, reschedule_hours, exam_hours or url.
        fact: String,
        /// What it is, as in "165 USD"; "" where it is not known or there is none.
        #[arg(required_unless_present = "back", conflicts_with = "back")]
        value: Option<String>,
        /// Take the catalogue's again.
        #[arg(long)]
        back: bool,
        /// The day on which you saw it; today where absent.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        as_of: Option<String>,
        /// Where you saw it.
        #[arg(long, default_value = "")]
        source: String,
    },
    /// What was spent and what is ahead, by year and currency; add to it, take from it.
    Costs {
        #[command(subcommand)]
        change: Option<Costs>,
    },
    /// Credits toward a renewal.
    #[command(subcommand, alias = "credits")]
    Credit(Credit),
}

#[derive(Debug, Default, Arguments)]
pub(crate) struct Catalogue {
    /// Only this provider's.
    #[arg(long)]
    pub provider: Option<String>,
    /// Only of this level: fundamentals, associate, professional …
    #[arg(long)]
    pub level: Option<String>,
    /// Only those that speak for this skill.
    #[arg(long)]
    pub skill: Option<String>,
    /// Only those that cost at most so much; amounts in other currencies are not compared.
    #[arg(long, value_name = "AMOUNT", value_parser = parse_number, requires = "currency")]
    pub most: Option<f64>,
    /// Currency of the amount, as in USD; alone, only prices in it.
    #[arg(long)]
    pub currency: Option<String>,
    /// Only active, retired, announced, doubtful or historic ones.
    #[arg(long)]
    pub status: Option<String>,
    /// Only those that would prove something that your target asks.
    #[arg(long)]
    pub helps: bool,
    /// Only those whose name or code holds these words.
    pub words: Vec<String>,
}

#[derive(Debug, Arguments)]
pub(crate) struct Book {
    /// Its id, or the catalogue's.
    pub id: String,
    /// Day of the exam.
    #[arg(value_parser = parse_day)]
    pub exam_on: String,
    /// Time of the exam, HH:MM.
    #[arg(long, value_name = "TIME", value_parser = parse_time)]
    pub at: Option<String>,
    /// Time zone of the exam, as in Europe/Paris.
    #[arg(long)]
    pub zone: Option<String>,
    /// Where: an address, or online.
    #[arg(long)]
    pub place: Option<String>,
    /// What it costs.
    #[arg(long, value_parser = parse_number, allow_negative_numbers = true)]
    pub cost: Option<f64>,
    /// Currency of the cost, as in EUR.
    #[arg(long)]
    pub currency: Option<String>,
    /// The last day on which it can be moved, where you know better than the catalogue.
    #[arg(long, value_name = "DATE", value_parser = parse_day)]
    pub move_by: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Costs {
    /// Add what was paid beside the exam itself.
    Add {
        /// The certification's id, or the catalogue's.
        id: String,
        /// How much.
        #[arg(value_parser = parse_number, allow_negative_numbers = true)]
        amount: f64,
        /// Currency, as in EUR.
        currency: String,
        /// course, material, renewal, travel or other.
        #[arg(long, default_value = "other")]
        what: String,
        /// The day; today where absent.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        on: Option<String>,
        /// Notes.
        #[arg(long, default_value = "")]
        note: String,
    },
    /// Take one of them out.
    Remove {
        /// The certification's id, or the catalogue's.
        id: String,
        /// Which one, from 1, as `certification show` numbers them.
        number: usize,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Credit {
    /// Add some.
    Add {
        /// The certification's id, or the catalogue's.
        id: String,
        /// How many; halves and quarters occur.
        #[arg(value_parser = parse_number, allow_negative_numbers = true)]
        credits: f64,
        /// What for.
        #[arg(long, default_value = "")]
        title: String,
        /// The day on which they were earned; today where absent.
        #[arg(long, value_name = "DATE", value_parser = parse_day)]
        on: Option<String>,
    },
    /// Take some out.
    Remove {
        /// The certification's id, or the catalogue's.
        id: String,
        /// Which ones, from 1, as `certification show` numbers them.
        number: usize,
    },
}
