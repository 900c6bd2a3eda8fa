// How far an audit is, in words.
import type { AuditProgressView } from '../../../backend/generated/commands';
import { number } from '../../../lib/format';
import { m } from '../../../paraglide/messages';

/** What is known of the audit that runs. */
export interface Watched {
  /** What the core says now; null while it runs none. */
  now: AuditProgressView | null;
  /** The last that it said. */
  last: AuditProgressView | null;
  /** Whether a folder is to be chosen first. */
  asks: boolean;
  /** Whether "Stop" was pressed. */
  stopping: boolean;
}

/** What it is at. Before the core runs one a folder is being chosen; after it, the findings are put together. */
export function stageText({ now, last, asks, stopping }: Watched): string {
  if (stopping) return m.audit_stage_stopping();
  if (!now) return last ? m.audit_stage_done() : asks ? m.audit_stage_waiting() : m.audit_stage_starting();
  if (now.stage === 'files') return m.audit_stage_files();
  return now.stage === 'done' ? m.audit_stage_done() : m.audit_stage_opening();
}

/** 1,204 of 4,700 files · 12,840 commits; empty while nothing is counted. */
export function countText(at: AuditProgressView | null): string {
  if (!at) return '';
  const { files, files_total: total, commits } = at;
  return [
    total > 0 && m.audit_progress_files({ files: number(Math.min(files, total)), total: number(total) }),
    total === 0 && files > 0 && m.audit_progress_files_open({ n: files, files: number(files) }),
    commits > 0 && m.audit_progress_commits({ n: commits, commits: number(commits) }),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The share of the files that were read, from 0 to 1; null while they are not counted. */
export const shareOf = (at: AuditProgressView | null): number | null =>
  at && at.files_total > 0 ? Math.min(1, at.files / at.files_total) : null;
