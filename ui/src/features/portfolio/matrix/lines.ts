// Where what a column stands for is kept.
import type { MatrixColumn } from '../../../backend/generated/commands';
import { href } from '../../../lib/router.svelte';
import { m } from '../../../paraglide/messages';

type Kept = Pick<MatrixColumn, 'id' | 'source'>;

/** The page where a column's record is kept, and what the link there says. */
export function homeOf({ id, source }: Kept, skill?: string): { label: string; at: string } {
  if (source === 'log' || id === null)
    return { label: m.skills_log_all(), at: href('today', ['log'], { skill: skill ?? null, period: 'all' }) };
  if (source === 'project') return { label: m.evidence_open_project(), at: href('portfolio', [id]) };
  if (source === 'certification') return { label: m.evidence_open_certification(), at: href('certifications', [id]) };
  return { label: m.evidence_open_record(), at: href('portfolio', [], { tab: 'evidence', record: id }) };
}
