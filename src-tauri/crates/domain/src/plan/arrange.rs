//! The order in which items are offered to the schedule, as far as dates leave one free: the former plan first, then early
//! value, then where the person put things (MODEL.md, section 4: little change against the former plan).

use super::ItemKey;
use super::item_source::{ItemSource, Logged};
use crate::Minutes;
use crate::person::Place;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Key of the rest of an item that was split.
pub fn part_key(key: &str) -> ItemKey {
    format!("part:{key}")
}

/// The item that a part was split from, and how many times it was: `part:part:own:1` is the second rest of `own:1`.
pub fn whole_key(key: &str) -> (&str, u32) {
    let (mut rest, mut parts) = (key, 0);
    while let Some(inner) = rest.strip_prefix("part:") {
        (rest, parts) = (inner, parts + 1);
    }
    (rest, parts)
}

/// Cuts items in two. The rest comes after the first part, and what waits for the item waits for the rest too. A cut that
/// does not lie within the item is left out. `cuts` gives the minutes of each first part; a rest may be cut again.
pub fn split(
    sources: Vec<ItemSource>,
    cuts: &BTreeMap<ItemKey, Minutes>,
    logged: &Logged,
) -> Vec<ItemSource> {
    let mut parts: HashMap<ItemKey, Vec<ItemKey>> = HashMap::new();
    let mut all = Vec::with_capacity(sources.len());
    for source in sources {
        let first = source.key.clone();
        let mut source = source;
        while let Some(cut) = cuts.get(&source.key).filter(|cut| cut.0 > 0 && cut.0 < source.whole.0) {
            let key = part_key(&source.key);
            let over = source.logged.0.saturating_sub(cut.0);
            let rest = ItemSource {
                logged: Minutes(logged.on(&key).0 + over),
                whole: Minutes(source.whole.0 - cut.0),
                after: vec![source.key.clone()],
                ..source.clone()
            };
            source.whole = *cut;
            source.logged = Minutes(source.logged.0 - over);
            parts.entry(first.clone()).or_default().push(key.clone());
            all.push(source);
            source = ItemSource { key, ..rest };
        }
        all.push(source);
    }
    for source in &mut all {
        let own = whole_key(&source.key).0.to_owned();
        let waited: Vec<&Vec<ItemKey>> =
            source.after.iter().filter(|key| **key != own).filter_map(|key| parts.get(key)).collect();
        let more: Vec<ItemKey> =
            waited.into_iter().flatten().filter(|key| whole_key(key).0 != own).cloned().collect();
        source.after.extend(more);
    }
    all
}

/// The items in the order in which the schedule takes them where dates leave it free: those of the former plan in its
/// order, the others as they stand, and then each place of the person's, in the order given. What an item waits for moves
/// ahead with it; what waits for an item moves back with it, as far as it stood ahead. A place ahead of something that the item waits for is left out.
pub fn arranged(
    sources: Vec<ItemSource>,
    former: &[ItemKey],
    places: &[(ItemKey, Place)],
) -> Vec<ItemSource> {
    let at: HashMap<&str, usize> =
        sources.iter().enumerate().map(|(index, source)| (source.key.as_str(), index)).collect();
    let before: Vec<Vec<usize>> = sources
        .iter()
        .map(|source| source.after.iter().filter_map(|key| at.get(key.as_str()).copied()).collect())
        .collect();
    let mut opens = vec![Vec::new(); sources.len()];
    for (index, all) in before.iter().enumerate() {
        all.iter().for_each(|first| opens[*first].push(index));
    }
    let mut order: Vec<usize> = Vec::with_capacity(sources.len());
    let mut seen = HashSet::new();
    let known = former.iter().filter_map(|key| at.get(key.as_str()).copied());
    order.extend(known.chain(0..sources.len()).filter(|index| seen.insert(*index)));
    for (key, place) in places {
        let Some(&item) = at.get(key.as_str()) else { continue };
        match place {
            Place::First => bring(&mut order, &reach(item, &before), 0),
            Place::Last => {
                let moved = reach(item, &opens);
                let (mut rest, back): (Vec<usize>, Vec<usize>) =
                    order.iter().partition(|index| !moved.contains(index));
                rest.extend(back);
                order = rest;
            }
            Place::AheadOf { item: other } => {
                let Some(&other) = at.get(other.as_str()) else { continue };
                let moved = reach(item, &before);
                if moved.contains(&other) {
                    continue;
                }
                let place =
                    |wanted: usize| order.iter().position(|index| *index == wanted).unwrap_or_default();
                let (from, to) = (place(item), place(other));
                if from < to {
                    // Back: what waits for it goes with it, as far as it stands ahead of the other.
                    let waiting = reach(item, &opens);
                    let (back, stay): (Vec<usize>, Vec<usize>) =
                        order[from..to].iter().partition(|index| waiting.contains(index));
                    order.splice(from..to, stay.into_iter().chain(back));
                } else {
                    bring(&mut order, &moved, to);
                }
            }
        }
    }
    let mut taken: Vec<Option<ItemSource>> = sources.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| taken[index].take()).collect()
}

/// An item and everything that can be reached from it.
fn reach(item: usize, edges: &[Vec<usize>]) -> HashSet<usize> {
    let mut found = HashSet::from([item]);
    let mut stack = vec![item];
    while let Some(index) = stack.pop() {
        stack.extend(edges[index].iter().copied().filter(|next| found.insert(*next)));
    }
    found
}

/// Puts the items that are moved right ahead of a position, in their order; those that stand before it already stay.
fn bring(order: &mut Vec<usize>, moved: &HashSet<usize>, to: usize) {
    let (moving, staying): (Vec<usize>, Vec<usize>) =
        order[to..].iter().partition(|index| moved.contains(index));
    order.truncate(to);
    order.extend(moving);
    order.extend(staying);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::ItemWhat;
    use crate::role::Estimate;

    fn source(key: &str, after: &[&str]) -> ItemSource {
        ItemSource {
            key: key.into(),
            what: ItemWhat::Own,
            whole: Minutes(600),
            logged: Minutes(0),
            estimate: Estimate::default(),
            due: None,
            after: after.iter().map(|key| (*key).to_owned()).collect(),
            weight: 1,
            because_of: Vec::new(),
            prerequisite: false,
        }
    }

    fn keys(sources: &[ItemSource]) -> Vec<&str> {
        sources.iter().map(|source| source.key.as_str()).collect()
    }

    fn four() -> Vec<ItemSource> {
        vec![source("a", &[]), source("b", &[]), source("c", &["b"]), source("d", &[])]
    }

    #[test]
    fn what_an_item_waits_for_moves_ahead_with_it() {
        let ahead = |item: &str| Place::AheadOf { item: item.into() };
        assert_eq!(keys(&arranged(four(), &[], &[("c".into(), Place::First)])), ["b", "c", "a", "d"]);
        assert_eq!(keys(&arranged(four(), &[], &[("b".into(), Place::Last)])), ["a", "d", "b", "c"]);
        assert_eq!(keys(&arranged(four(), &[], &[("d".into(), ahead("b"))])), ["a", "d", "b", "c"]);
        assert_eq!(keys(&arranged(four(), &[], &[("c".into(), ahead("b"))])), ["a", "b", "c", "d"]);
        assert_eq!(keys(&arranged(four(), &[], &[("c".into(), ahead("gone"))])), ["a", "b", "c", "d"]);
        assert_eq!(keys(&arranged(four(), &[], &[("a".into(), ahead("d"))])), ["b", "c", "a", "d"]);
        assert_eq!(keys(&arranged(four(), &[], &[("b".into(), ahead("d"))])), ["a", "b", "c", "d"]);
        let five: Vec<_> = four().into_iter().chain([source("e", &[])]).collect();
        assert_eq!(keys(&arranged(five, &[], &[("b".into(), ahead("e"))])), ["a", "d", "b", "c", "e"]);
    }

    #[test]
    fn the_former_plan_keeps_its_order_unless_the_person_says_otherwise() {
        let former = ["d".to_owned(), "gone".to_owned(), "b".to_owned()];
        assert_eq!(keys(&arranged(four(), &former, &[])), ["d", "b", "a", "c"]);
        assert_eq!(keys(&arranged(four(), &former, &[("a".into(), Place::First)])), ["a", "d", "b", "c"]);
    }

    #[test]
    fn a_split_item_is_done_when_its_rest_is_done() {
        let cuts = BTreeMap::from([("b".to_owned(), Minutes(200)), ("part:b".to_owned(), Minutes(100))]);
        let mut items = four();
        items[1].logged = Minutes(250);
        let all = split(items, &cuts, &Logged::default());
        assert_eq!(keys(&all), ["a", "b", "part:b", "part:part:b", "c", "d"]);
        let figures: Vec<(u32, u32)> = all.iter().map(|it| (it.whole.0, it.logged.0)).collect();
        assert_eq!(figures[1..4], [(200, 200), (100, 50), (300, 0)]);
        assert_eq!(all[3].after, ["part:b"]);
        assert_eq!(all[4].after, ["b", "part:b", "part:part:b"]);
        assert_eq!(whole_key("part:part:b"), ("b", 2));
    }

    #[test]
    fn a_cut_outside_the_item_is_left_out() {
        for minutes in [0, 600, 9_999] {
            let cuts = BTreeMap::from([("a".to_owned(), Minutes(minutes))]);
            assert_eq!(keys(&split(four(), &cuts, &Logged::default())), ["a", "b", "c", "d"]);
        }
    }
}
