// What the matrix reckons: which rows a filter leaves, how a cell stands, where an arrow leads.
import type { Group, MatrixCell, MatrixColumn, MatrixRow, MatrixSource, MatrixView } from '../../../backend/generated/commands';
import { matches } from '../../../lib/text';
import { list, tx } from '../../../lib/format';
import { m } from '../../../paraglide/messages';

export const FILTERS = ['all', 'asked', 'unproven', 'audited'] as const;
export type Filter = (typeof FILTERS)[number];

const FITS: Record<Filter, (row: MatrixRow) => boolean> = {
  all: () => true,
  asked: (row) => row.asked > 0,
  unproven: (row) => row.proven === 0,
  audited: (row) => row.cells.some((cell) => cell.audited && cell.level > 0),
};
export const shownRows = (view: Pick<MatrixView, 'rows'>, filter: Filter, words = ''): MatrixRow[] =>
  view.rows.filter((row) => FITS[filter](row) && (!words.trim() || matches(words, tx(row.name))));
export const countOf = (view: Pick<MatrixView, 'rows'>, filter: Filter): number => view.rows.filter(FITS[filter]).length;

export function filterName(filter: Filter): string {
  switch (filter) {
    case 'all':
      return m.evidence_filter_all();
    case 'asked':
      return m.evidence_filter_asked();
    case 'unproven':
      return m.evidence_filter_unproven();
    case 'audited':
      return m.evidence_filter_audited();
  }
}

/** What the target asks, and how much of it anything proves. */
export interface Sums {
  asked: number;
  met: number;
  /** Asked, and proven at no level. */
  unproven: number;
  /** Of these, those for which nothing speaks at all. */
  silent: number;
}
export const sums = (view: MatrixView): Sums => {
  const asked = view.rows.filter((row) => row.asked > 0);
  return {
    asked: asked.length,
    met: asked.filter((row) => row.proven >= row.asked).length,
    unproven: asked.filter((row) => row.proven === 0).length,
    silent: view.unproven,
  };
};

export interface RowGroup {
  id: string;
  name: string;
  rows: MatrixRow[];
}
/** Rows under the groups of their skills, in the order of the groups. */
export function groupRows(rows: MatrixRow[], groups: Pick<Group, 'id' | 'name'>[]): RowGroup[] {
  const known = new Map(groups.map((group) => [group.id, tx(group.name)]));
  const ids = [...groups.map((group) => group.id), ...rows.map((row) => row.group)];
  return [...new Set(ids)]
    .map((id) => ({ id, name: known.get(id) ?? id, rows: rows.filter((row) => row.group === id) }))
    .filter((group) => group.rows.length > 0);
}

export interface Span {
  source: MatrixSource;
  from: number;
  count: number;
}
/** Columns of one source that follow each other. */
export function spans(columns: MatrixColumn[]): Span[] {
  const found: Span[] = [];
  columns.forEach((column, at) => {
    const last = found.at(-1);
    if (last && last.source === column.source) last.count++;
    else found.push({ source: column.source, from: at, count: 1 });
  });
  return found;
}

export function sourceName(source: MatrixSource, many = true): string {
  switch (source) {
    case 'project':
      return many ? m.evidence_source_projects() : m.skills_evidence_project();
    case 'certification':
      return many ? m.evidence_source_certifications() : m.skills_evidence_certification();
    case 'work':
      return m.skills_evidence_work();
    case 'course':
      return many ? m.evidence_group_course() : m.skills_evidence_course();
    case 'review':
      return many ? m.evidence_group_review() : m.skills_evidence_review();
    case 'contribution':
      return many ? m.evidence_source_contributions() : m.skills_evidence_contribution();
    case 'practice_set':
      return m.evidence_group_practice_set();
    case 'log':
      return m.evidence_source_log();
  }
}
export const columnName = (column: MatrixColumn): string =>
  column.name || (column.source === 'log' ? m.evidence_log_column() : sourceName(column.source, false));

/** How a cell stands: would count once the project is done, shown by the audit, only described, or on record. */
export type Standing = 'would' | 'audited' | 'described' | 'recorded';
export function standingOf(cell: MatrixCell, column: Pick<MatrixColumn, 'source' | 'counts'>): Standing {
  if (!column.counts) return 'would';
  if (cell.audited) return 'audited';
  return column.source === 'project' ? 'described' : 'recorded';
}

/** The level that was carried before it grew old: one more. */
export const freshOf = (cell: Pick<MatrixCell, 'level' | 'stale'>): number | null =>
  cell.stale ? Math.min(cell.level + 1, 5) : null;

/** A cell in words: "carries 2, shown by an audit". */
export function cellWords(cell: MatrixCell, column: Pick<MatrixColumn, 'source' | 'counts'>): string {
  const standing = standingOf(cell, column);
  if (standing === 'would')
    return [m.evidence_cell_would({ n: cell.level }), cell.audited ? m.evidence_cell_audited() : ''].filter(Boolean).join(', ');
  if (cell.level === 0 && !cell.stale) return m.evidence_cell_begun();
  const parts = [m.skills_carries({ n: cell.level })];
  if (standing === 'audited') parts.push(m.evidence_cell_audited());
  if (standing === 'described') parts.push(m.evidence_cell_described());
  if (cell.stale) parts.push(m.skills_stale());
  if (!cell.counted && cell.level > 0) parts.push(m.skills_not_counted());
  return parts.join(', ');
}

/** What a row says of itself. */
export function rowWords(row: Pick<MatrixRow, 'proven' | 'claimed' | 'asked' | 'cells'>): string {
  return list(
    [
      row.proven > 0
        ? m.evidence_row_proven({ n: row.proven })
        : row.cells.length
          ? m.evidence_row_begun()
          : m.evidence_row_nothing(),
      row.claimed === null ? '' : m.evidence_row_claimed({ n: row.claimed }),
      row.asked > 0 ? m.evidence_row_asked({ n: row.asked }) : m.evidence_row_unasked(),
    ].filter(Boolean),
  );
}

export interface Place {
  /** -1 is the row of the headings. */
  row: number;
  /** -1 is the column of the skills. */
  column: number;
}
const PAGE = 10;
/** Where a key leads from a cell; none for a key that leads nowhere. */
export function step(at: Place, key: string, rows: number, columns: number, whole = false): Place | null {
  const to: Record<string, Place> = {
    ArrowUp: { ...at, row: at.row - 1 },
    ArrowDown: { ...at, row: at.row + 1 },
    ArrowLeft: { ...at, column: at.column - 1 },
    ArrowRight: { ...at, column: at.column + 1 },
    Home: { row: whole ? 0 : at.row, column: -1 },
    End: { row: whole ? rows - 1 : at.row, column: columns - 1 },
    PageUp: { ...at, row: Math.max(at.row - PAGE, Math.min(at.row, 0)) },
    PageDown: { ...at, row: at.row + PAGE },
  };
  const next = to[key];
  if (!next) return null;
  const column = Math.max(-1, Math.min(columns - 1, next.column));
  // The corner holds nothing to choose.
  const first = column < 0 ? 0 : -1;
  return { column, row: Math.max(first, Math.min(rows - 1, next.row)) };
}

/** The key of what is open: a cell, a row, a column. */
export const keyOf = (skill: string | null, column: MatrixColumn | null): string =>
  `matrix:${skill ?? ''}:${column ? (column.id ?? column.source) : ''}`;
