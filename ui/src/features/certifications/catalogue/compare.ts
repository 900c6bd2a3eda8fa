// The rows of the comparison: facts, what it would prove, what it would take. Nothing is judged, no price is converted.
import type { CompareColumn, CompareView, SupportView } from '../../../backend/generated/commands';
import { date, hoursOnly, list, percent, tx } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { factLabel, factLine, ownWords, type FactKey } from './facts';
import { askedWord, proofOf } from './proof';

export interface Cell {
  text: string;
  /** As of, more to know. */
  note?: string;
  unverified?: boolean;
  own?: boolean;
  /** A skill: what it would prove. */
  support?: SupportView;
}
export interface Row {
  key: string;
  label: string;
  /** A skill: what the target asks of it. */
  note?: string;
  cells: Cell[];
}
export interface Group {
  key: string;
  title: string;
  rows: Row[];
}

const NONE = '–';
const FACTS: FactKey[] = [
  'status',
  'level',
  'price',
  'performance_based',
  'minutes',
  'questions',
  'pass_mark',
  'validity_months',
  'renewal',
  'retake_days',
  'reschedule_hours',
  'prerequisites',
];

function factCell({ row }: CompareColumn, fact: FactKey): Cell {
  const line = factLine(row, fact);
  const last = fact === 'status' && row.known.retired_on ? date(row.known.retired_on) : null;
  if (line.value === null) return { text: m.certifications_not_known() };
  if (line.own?.applies) return { text: line.value, note: ownWords(line.own), own: true };
  const note = last ?? (fact === 'price' ? line.as : undefined);
  return { text: line.value, note, unverified: line.unverified };
}

/** Each skill once: what the target asks first, then the others, as the first that speaks for it has them. */
function skillRows(columns: CompareColumn[], target: boolean): Row[] {
  const all = proofOf(columns.flatMap((one) => one.row.supports));
  const ids = [...new Set(all.map((one) => one.level.skill))];
  const first = (id: string) => all.find((one) => one.level.skill === id);
  return ids.map((id) => ({
    key: `skill-${id}`,
    label: tx(first(id)?.name),
    note: all.flatMap((one) => (target && one.level.skill === id ? [askedWord(one)] : []))[0],
    cells: columns.map(({ row }) => {
      const support = row.supports.find((one) => one.level.skill === id);
      return support ? { text: '', support } : { text: NONE };
    }),
  }));
}

export function groupsOf(view: CompareView): Group[] {
  const { columns } = view;
  const row = (key: string, label: string, of: (column: CompareColumn) => Cell | string): Row => ({
    key,
    label,
    cells: columns.map(of).map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
  });
  const hours = (n: number): string => hoursOnly(n * 60);
  const { ready_now } = view;
  const ready = row('ready', m.catalogue_readiness(), ({ ready_after }) =>
    ready_now === null || ready_after === null
      ? NONE
      : m.catalogue_now_after({ now: percent(ready_now), after: percent(ready_after) }),
  );
  return [
    {
      key: 'proves',
      title: ready_now === null ? m.catalogue_proves() : m.catalogue_proves_target(),
      rows: [...(ready_now === null ? [] : [ready]), ...skillRows(columns, ready_now !== null)],
    },
    {
      key: 'takes',
      title: m.catalogue_takes(),
      rows: [
        row('missing', m.certifications_requires(), (one) =>
          one.missing.length ? list(one.missing.map(([, name]) => name)) : m.catalogue_nothing_missing(),
        ),
        row('exam_hours', m.catalogue_hours_exam(), (one) => hours(one.exam_hours)),
        row('more_hours', m.catalogue_hours_more(), (one) => hours(one.more_hours)),
        row('shared_hours', m.catalogue_hours_shared(), (one) => hours(one.shared_hours)),
        row('prepared_on', m.catalogue_prepared_on(), (one) => (one.prepared_on ? date(one.prepared_on) : m.catalogue_no_plan())),
      ],
    },
    {
      key: 'facts',
      title: m.certifications_facts(),
      rows: FACTS.map((fact) => row(fact, factLabel(fact), (one) => factCell(one, fact))),
    },
  ];
}
