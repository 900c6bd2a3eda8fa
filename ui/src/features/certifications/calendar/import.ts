// What the import of exam dates reckons: which events are ticked at first, what is asked of a ticked one, what is sent.
import type { CertificationsView, CertificationView, FoundEvent, TakenExam } from '../../../backend/generated/commands';
import type { Option } from '../../../kit/types';
import { dateMedium } from '../../../lib/format';
import { m } from '../../../paraglide/messages';
import { isPassed } from '../certifications';
import { stageWord } from '../words';

/** An event of the file, and what is to become of it. */
export interface Line {
  key: string;
  event: FoundEvent;
  take: boolean;
  /** `mine:<record>`, `known:<catalogue id>`, or `own`: a new one outside the catalogue. */
  choice: string;
  /** Name of a new one. */
  name: string;
  /** The zone of a time that has none in the file. */
  zone: string;
}

export const systemZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** A time without a zone that is known. */
export const isFloating = (event: FoundEvent): boolean => event.at !== null && event.zone === null;

const recordOf = (choice: string, mine: CertificationView[]) =>
  choice.startsWith('mine:') ? mine.find((one) => one.record.id === choice.slice(5))?.record : undefined;

/** Whether the certification is booked for that very day and time already. */
export function isSame(line: Line, mine: CertificationView[]): boolean {
  const record = recordOf(line.choice, mine);
  const { on, at } = line.event;
  return record?.stage === 'booked' && record.exam_on === on && (record.exam_at ?? null) === at;
}

/** The lines, ticked where they are an exam ahead of a certification that is known: each certification once. */
export function linesOf(events: FoundEvent[], mine: CertificationView[], zone: string = systemZone()): Line[] {
  const taken = new Set<string>();
  return events.map((event, i) => {
    const choice = event.record ? `mine:${event.record}` : event.certification ? `known:${event.certification}` : 'own';
    const line: Line = { key: String(i), event, take: false, choice, name: event.summary, zone };
    const exam = choice !== 'own' && !event.cancelled && !event.repeats && !event.past;
    line.take = exam && !taken.has(choice) && !isSame(line, mine);
    if (line.take) taken.add(choice);
    return line;
  });
}

/** Why a line is not ticked by itself, or what taking it does. */
export function words(line: Line, mine: CertificationView[]): string[] {
  const { event } = line;
  const all: string[] = [];
  if (event.past) all.push(m.reminders_import_past());
  if (event.cancelled) all.push(m.reminders_import_cancelled());
  if (event.repeats) all.push(m.reminders_import_repeats());
  if (line.choice === 'own' && !line.take) all.push(m.reminders_import_unmatched());
  const record = recordOf(line.choice, mine);
  if (isSame(line, mine)) all.push(m.reminders_import_same());
  else if (line.take && record?.stage === 'booked' && record.exam_on)
    all.push(m.reminders_import_moves({ date: dateMedium(record.exam_on) }));
  return all;
}

export interface Wrong {
  choice?: string;
  name?: string;
}

/** What has to be put right before the ticked lines can be taken, by the key of the line. */
export function wrongOf(lines: Line[]): Record<string, Wrong> {
  const taken = lines.filter((line) => line.take);
  const wrong: Record<string, Wrong> = {};
  for (const line of taken) {
    const twice = taken.find((one) => one.choice !== 'own' && one.choice === line.choice);
    if (line.choice === 'own' && !line.name.trim()) wrong[line.key] = { name: m.reminders_import_name_needed() };
    else if (twice && twice !== line) wrong[line.key] = { choice: m.reminders_import_twice() };
  }
  return wrong;
}

/** What is sent: the ticked lines. */
export function examsOf(lines: Line[]): TakenExam[] {
  return lines
    .filter((line) => line.take)
    .map(({ event, choice, name, zone }) => ({
      id: choice.startsWith('mine:') ? choice.slice(5) : null,
      certification: choice.startsWith('known:') ? choice.slice(6) : null,
      name: choice === 'own' ? name.trim() : '',
      exam_on: event.on,
      exam_at: event.at,
      exam_zone: event.at === null ? null : (event.zone ?? zone),
      place: event.place,
      url: event.url,
    }));
}

/** Certifications that an event can be the exam of: the person's own that are not passed, a new one, the catalogue's. */
export function choicesOf(view: CertificationsView): Option[] {
  const open = view.mine.filter((one) => !isPassed(one.stage));
  const had = new Set(open.map((one) => one.record.certification));
  return [
    ...open.map((one) => ({
      value: `mine:${one.record.id}`,
      label: one.name,
      hint: stageWord(one.stage),
      group: m.reminders_import_mine(),
    })),
    { value: 'own', label: m.reminders_import_own(), group: m.reminders_import_own_group() },
    ...view.catalogue
      .filter((one) => !had.has(one.known.id))
      .map((one) => ({
        value: `known:${one.known.id}`,
        label: one.known.name,
        hint: one.known.code ?? one.known.provider,
        group: m.reminders_import_catalogue(),
      })),
  ];
}
