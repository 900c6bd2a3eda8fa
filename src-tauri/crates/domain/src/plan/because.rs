//! Why an item starts when it does, in the words of the contract.

use super::index::Indexed;
use super::run::{Cause, Opened};
use super::{Because, ItemKey};

/// The reason of a pass as the contract has it.
pub(super) fn because(indexed: &Indexed, cause: Option<Cause>) -> Because {
    let key = |i: u32| -> ItemKey { indexed.items[i as usize].id.clone() };
    match cause {
        None => Because::NothingToDo,
        Some(Cause::Pinned(day)) => Because::Pinned { date: indexed.days.date(day) },
        Some(Cause::Capacity(by)) => Because::Capacity { item: key(by) },
        Some(Cause::Focus(by)) => Because::FocusLimit { item: key(by) },
        Some(Cause::Opened(Opened::AtStart)) => Because::Start,
        Some(Cause::Opened(Opened::After(by))) => Because::WaitsFor { item: key(by) },
        Some(Cause::Opened(Opened::OnDay(day))) => Because::NotBefore { date: indexed.days.date(day) },
    }
}
