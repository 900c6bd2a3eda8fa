//! Cycles in directed graphs given by index: prerequisites, predecessors, rungs.

/// One cycle of the graph, in the order of its edges; `None` when there is none.
///
/// `next[i]` lists the nodes that `i` points to. Nodes are tried in order, so the same graph names the same cycle.
/// Iterative: depth is bounded by memory, not by the stack.
pub(crate) fn find_cycle(next: &[Vec<usize>]) -> Option<Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Closed,
    }
    let mut marks = vec![Mark::New; next.len()];
    for root in 0..next.len() {
        if marks[root] != Mark::New {
            continue;
        }
        marks[root] = Mark::Open;
        let mut path = vec![(root, 0)];
        while let Some((node, edge)) = path.last_mut() {
            let Some(&to) = next[*node].get(*edge) else {
                marks[*node] = Mark::Closed;
                path.pop();
                continue;
            };
            *edge += 1;
            match marks[to] {
                Mark::Closed => {}
                Mark::New => {
                    marks[to] = Mark::Open;
                    path.push((to, 0));
                }
                Mark::Open => {
                    let from = path.iter().position(|(node, _)| *node == to).unwrap_or(0);
                    return Some(path[from..].iter().map(|(node, _)| *node).collect());
                }
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::find_cycle;

    #[test]
    fn a_cycle_is_named_in_the_order_of_its_edges() {
        assert_eq!(find_cycle(&[vec![1], vec![2], vec![]]), None);
        assert_eq!(find_cycle(&[vec![1], vec![2, 3], vec![], vec![1]]), Some(vec![1, 3]));
        assert_eq!(find_cycle(&[vec![0]]), Some(vec![0]));
    }

    #[test]
    fn a_long_chain_does_not_exhaust_the_stack() {
        let chain: Vec<Vec<usize>> =
            (1..=200_000).map(|i| if i < 200_000 { vec![i] } else { vec![] }).collect();
        assert_eq!(find_cycle(&chain), None);
    }
}
