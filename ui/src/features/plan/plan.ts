// What the plan's page reckons from the core's answer: rows of days, deadlines, chains of reasons. Nothing the core would want too.
import type {
  Text,
  Because,
  Date as Day,
  PlanItemParams,
  PlanItemRecord,
  PlanItemView,
  PlanView,
  ShortfallView,
  SessionView,
  WeekView,
} from '../../backend/generated/commands';
import { date, tx } from '../../lib/format';
import { m } from '../../paraglide/messages';

export type Tone = 'neutral' | 'moss' | 'amber' | 'brick' | 'sky';
export type What = PlanItemView['what']['kind'];

const DAY = 86_400_000;
export const plusDays = (iso: Day, days: number): Day =>
  new Date(new Date(`${iso}T00:00:00Z`).getTime() + days * DAY).toISOString().slice(0, 10);

export interface Deadline {
  key: string;
  on: Day;
  kind: 'exam' | 'hard' | 'soft' | 'ready';
  title: string;
}

/** The certification whose exam an item prepares: its revision, or its mock exams. */
export const examOf = ({ what }: Pick<PlanItemView, 'what'>): string | null =>
  what.kind === 'exam_preparation' || what.kind === 'mock_exam' ? what.record : null;

/** The certification that an item is for: to prepare its exam, or to renew it. */
export const certificationOf = (item: Pick<PlanItemView, 'what'>): string | null =>
  item.what.kind === 'renewal' ? item.what.record : examOf(item);

/** The project whose checklist has the line that an item is. */
export const projectOf = ({ what }: Pick<PlanItemView, 'what'>): string | null =>
  what.kind === 'project_line' ? what.project : null;

/** Mock exams are due with the revision before them: one date for one exam. */
const isTold = (items: PlanItemView[], item: PlanItemView): boolean =>
  item.what.kind === 'mock_exam' &&
  items.some((one) => one.what.kind === 'exam_preparation' && examOf(one) === examOf(item) && one.due === item.due);

/** Dates that cannot be met: an exam once, with all that is missing before it, under the name of its preparation. */
export function missedDates(view: Pick<PlanView, 'items' | 'shortfalls'>): ShortfallView[] {
  const itemOf = new Map(view.items.map((item) => [item.key, item]));
  const missed = new Map<string, ShortfallView>();
  for (const one of view.shortfalls) {
    const item = itemOf.get(one.shortfall.item);
    const exam = item && examOf(item);
    const key = exam ? `${exam} ${one.shortfall.due}` : one.shortfall.item;
    const former = missed.get(key);
    const more = !former || one.shortfall.missing_minutes > former.shortfall.missing_minutes ? one : former;
    const preparation = exam && view.items.find((it) => it.what.kind === 'exam_preparation' && it.what.record === exam);
    missed.set(key, preparation ? { ...more, title: preparation.title } : more);
  }
  return [...missed.values()];
}

/** The days by which something is due, nearest first. */
export function deadlines(view: PlanView): Deadline[] {
  const found: Deadline[] = [];
  for (const item of view.items) {
    const due = item.due;
    if (!due || isTold(view.items, item)) continue;
    const hard = item.due_kind === 'hard';
    const kind = hard ? (examOf(item) && !item.record?.due ? 'exam' : 'hard') : 'soft';
    found.push({ key: item.key, on: due, kind, title: tx(item.title) });
  }
  if (view.ready) found.push({ key: 'ready', on: view.ready.by, kind: 'ready', title: tx(view.target?.rung_name) });
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

export interface DayRow {
  from: Day;
  to: Day;
  capacity: number;
  today: boolean;
  sessions: SessionView[];
  /** Why it differs from its weekday. */
  differs: Differs | null;
}

export type Differs = { kind: 'absence'; reason: string } | { kind: 'holiday'; name: Text };

/** Why a day differs from its weekday: an absence goes before a public holiday. */
export function differenceOn(view: Pick<PlanView, 'absences' | 'holidays'>, day: Day): Differs | null {
  const away = view.absences.find((one) => one.from <= day && day <= one.to);
  if (away) return { kind: 'absence', reason: away.reason };
  const free = view.holidays.find((one) => one.date === day);
  return free ? { kind: 'holiday', name: free.name } : null;
}

export const differsText = (differs: Differs): string =>
  differs.kind === 'holiday' ? tx(differs.name) : differs.reason || m.plan_day_away();

/** The days of a week from today on; empty days with the same reason stand together. */
export function dayRows(week: WeekView, view: Pick<PlanView, 'today' | 'absences' | 'holidays'>): DayRow[] {
  const rows: DayRow[] = [];
  for (let index = 0; index < 7; index++) {
    const day = plusDays(week.start, index);
    if (day < view.today) continue;
    const capacity = week.capacity[index] ?? 0;
    const differs = differenceOn(view, day);
    const sessions = week.sessions.filter((session) => session.date === day);
    const row: DayRow = { from: day, to: day, capacity, today: day === view.today, sessions, differs };
    const last = rows.at(-1);
    const empty = (one: DayRow) => one.sessions.length === 0 && !one.today && one.capacity === 0;
    if (last && empty(last) && empty(row) && JSON.stringify(last.differs) === JSON.stringify(differs)) last.to = day;
    else rows.push(row);
  }
  return rows;
}

/** The reasons for which days of a week differ, each once. */
export function reasonsOf(rows: DayRow[]): Differs[] {
  const seen = new Map<string, Differs>();
  for (const row of rows) if (row.differs) seen.set(JSON.stringify(row.differs), row.differs);
  return [...seen.values()];
}

export interface Share {
  item: string;
  title: string;
  minutes: number;
}

/** What a week holds, item by item, in the order of the first session. */
export function sharesOf(week: WeekView): Share[] {
  const shares = new Map<string, Share>();
  for (const session of week.sessions) {
    const share = shares.get(session.item);
    if (share) share.minutes += session.minutes;
    else shares.set(session.item, { item: session.item, title: tx(session.title), minutes: session.minutes });
  }
  return [...shares.values()];
}

export const capacityOf = (week: WeekView): number => week.capacity.reduce((sum, minutes) => sum + minutes, 0);
export const plannedOn = (week: WeekView, index: number): number =>
  week.sessions.filter((one) => one.date === plusDays(week.start, index)).reduce((sum, one) => sum + one.minutes, 0);

/** Everything the person changed about an item: a save replaces the whole record. */
export function paramsOf(key: string, record: PlanItemRecord | null): Required<PlanItemParams> {
  return {
    key,
    minutes: record?.minutes ?? null,
    due: record?.due ?? null,
    due_kind: record?.due_kind ?? null,
    not_before: record?.not_before ?? null,
    weight: record?.weight ?? null,
    after: record?.after ?? [],
    dropped: record?.dropped ?? false,
    done_on: record?.done_on ?? null,
    note: record?.note ?? '',
  };
}

export const isOwn = (key: string): boolean => key.startsWith('own:');

/** Whether anything besides "left out" and "done" was changed. */
export const isChanged = (record: PlanItemRecord | null): boolean =>
  record !== null &&
  (record.minutes !== null ||
    record.due !== null ||
    record.not_before !== null ||
    record.weight !== null ||
    record.after.length > 0 ||
    record.note !== '');

export interface Link {
  item: PlanItemView;
  because: Because;
  because_title: string;
}

/** Why an item stands where it does, followed back item by item. */
export function chain(items: PlanItemView[], key: string): Link[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const links: Link[] = [];
  const seen = new Set<string>();
  for (let item = byKey.get(key); item && !seen.has(item.key);) {
    seen.add(item.key);
    links.push({ item, because: item.because, because_title: tx(item.because_title) });
    item = 'item' in item.because ? byKey.get(item.because.item) : undefined;
  }
  return links;
}

export function reasonText(because: Because, title: string): string {
  switch (because.kind) {
    case 'start':
      return m.plan_reason_start();
    case 'capacity':
      return m.plan_reason_capacity({ title });
    case 'waits_for':
      return m.plan_reason_waits({ title });
    case 'not_before':
      return m.plan_reason_not_before({ date: date(because.date) });
    case 'pinned':
      return m.plan_reason_pinned({ date: date(because.date) });
    case 'focus_limit':
      return m.plan_reason_focus({ title });
    case 'nothing_to_do':
      return m.plan_reason_nothing();
  }
}

export function whatText(kind: What): string {
  switch (kind) {
    case 'skill_step':
      return m.plan_what_skill_step();
    case 'refresh':
      return m.plan_what_refresh();
    case 'proof':
      return m.plan_what_proof();
    case 'practice':
      return m.plan_what_practice();
    case 'exam_preparation':
      return m.plan_what_exam();
    case 'mock_exam':
      return m.plan_what_mock();
    case 'renewal':
      return m.plan_what_renewal();
    case 'project_line':
      return m.plan_what_line();
    case 'own':
      return m.plan_what_own();
  }
}
