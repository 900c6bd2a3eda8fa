// What the check of a badge came to, in words.
import BadgeCheck from '@lucide/svelte/icons/badge-check';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import CircleX from '@lucide/svelte/icons/circle-x';
import CloudOff from '@lucide/svelte/icons/cloud-off';
import ShieldQuestion from '@lucide/svelte/icons/shield-question-mark';
import ShieldX from '@lucide/svelte/icons/shield-x';
import type {
  BadgeContainer,
  BadgeKey,
  BadgeReason,
  BadgeReasonCode,
  BadgeReport,
  BadgeVerdict,
} from '../../../backend/generated/commands';
import type { Icon, Tone } from '../../../kit/types';
import { date, isIsoDate } from '../../../lib/format';
import { m } from '../../../paraglide/messages';

export interface VerdictWords {
  word: string;
  text: string;
  tone: Tone;
  icon: Icon;
}

const VERDICTS: Record<BadgeVerdict, { word: () => string; text: () => string; tone: Tone; icon: Icon }> = {
  intact_key_pinned: {
    word: m.badges_verdict_intact_key_pinned,
    text: m.badges_verdict_intact_key_pinned_text,
    tone: 'moss',
    icon: BadgeCheck,
  },
  intact_issuer_unknown: {
    word: m.badges_verdict_intact_issuer_unknown,
    text: m.badges_verdict_intact_issuer_unknown_text,
    tone: 'sky',
    icon: ShieldQuestion,
  },
  altered: { word: m.badges_verdict_altered, text: m.badges_verdict_altered_text, tone: 'brick', icon: ShieldX },
  expired: { word: m.badges_verdict_expired, text: m.badges_verdict_expired_text, tone: 'amber', icon: CalendarX },
  hosted_unchecked: {
    word: m.badges_verdict_hosted_unchecked,
    text: m.badges_verdict_hosted_unchecked_text,
    tone: 'amber',
    icon: CloudOff,
  },
  invalid: { word: m.badges_verdict_invalid, text: m.badges_verdict_invalid_text, tone: 'brick', icon: CircleX },
};
export const verdictWords = (verdict: BadgeVerdict): VerdictWords => {
  const { word, text, tone, icon } = VERDICTS[verdict];
  return { word: word(), text: text(), tone, icon };
};

type Sentence = (detail: string) => string;
const dated =
  (say: (given: { detail: string }) => string): Sentence =>
  (detail) =>
    say({ detail: day(detail) ?? detail });

/** One plain sentence for each thing that a check can find. */
export const SENTENCES: Record<BadgeReasonCode, Sentence> = {
  signature_valid: () => m.badges_reason_signature_valid(),
  signature_mismatch: () => m.badges_reason_signature_mismatch(),
  key_pinned: () => m.badges_reason_key_pinned(),
  key_in_file: () => m.badges_reason_key_in_file(),
  key_not_in_file: () => m.badges_reason_key_not_in_file(),
  key_unusable: () => m.badges_reason_key_unusable(),
  key_of_another_issuer: () => m.badges_reason_key_of_another_issuer(),
  algorithm_none: () => m.badges_reason_algorithm_none(),
  algorithm_unsupported: () => m.badges_reason_algorithm_unsupported(),
  issuer_mismatch: () => m.badges_reason_issuer_mismatch(),
  id_mismatch: () => m.badges_reason_id_mismatch(),
  subject_mismatch: () => m.badges_reason_subject_mismatch(),
  time_mismatch: () => m.badges_reason_time_mismatch(),
  hosted: () => m.badges_reason_hosted(),
  no_proof: () => m.badges_reason_no_proof(),
  proof_unsupported: () => m.badges_reason_proof_unsupported(),
  proof_not_valid_for_this: () => m.badges_reason_proof_not_valid_for_this(),
  context_unknown: () => m.badges_reason_context_unknown(),
  expired: dated(m.badges_reason_expired),
  not_yet_valid: dated(m.badges_reason_not_yet_valid),
  issued_in_future: dated(m.badges_reason_issued_in_future),
  ends_before_start: dated(m.badges_reason_ends_before_start),
  recipient_matches: () => m.badges_reason_recipient_matches(),
  recipient_differs: () => m.badges_reason_recipient_differs(),
  recipient_not_compared: () => m.badges_reason_recipient_not_compared(),
  recipient_not_named: () => m.badges_reason_recipient_not_named(),
  revoked: () => m.badges_reason_revoked(),
  revocation_not_checked: () => m.badges_reason_revocation_not_checked(),
  field_missing: () => m.badges_reason_field_missing(),
  field_invalid: () => m.badges_reason_field_invalid(),
  not_an_award: () => m.badges_reason_not_an_award(),
  no_badge: () => m.badges_reason_no_badge(),
  several_badges: () => m.badges_reason_several_badges(),
  compressed: () => m.badges_reason_compressed(),
  bad_checksum: () => m.badges_reason_bad_checksum(),
  broken: () => m.badges_reason_broken(),
  too_large: () => m.badges_reason_too_large(),
  too_deep: () => m.badges_reason_too_deep(),
  entities: () => m.badges_reason_entities(),
  active_content: () => m.badges_reason_active_content(),
  duplicate_name: () => m.badges_reason_duplicate_name(),
};

/** Codes whose detail is in the sentence already, or says nothing to a person. */
const DETAIL_SAID: BadgeReasonCode[] = [
  'key_pinned',
  'key_in_file',
  'expired',
  'not_yet_valid',
  'issued_in_future',
  'ends_before_start',
];

export interface Finding {
  code: BadgeReasonCode;
  text: string;
  /** The file's own words, to be shown as such: a field, a value, an address. */
  detail: string;
}

export const finding = ({ code, detail }: BadgeReason): Finding => ({
  code,
  text: SENTENCES[code](detail),
  detail: DETAIL_SAID.includes(code) ? '' : detail,
});

/** What is said on lines of their own: to whom it was issued, and that revocation was not checked. */
const ELSEWHERE: BadgeReasonCode[] = [
  'recipient_matches',
  'recipient_differs',
  'recipient_not_compared',
  'recipient_not_named',
  'revocation_not_checked',
];

/** The finding that decided, and the others. */
export function findings(report: BadgeReport): { deciding: Finding | null; others: Finding[] } {
  const [deciding, ...others] = report.reasons.filter(({ code }) => !ELSEWHERE.includes(code)).map(finding);
  return { deciding: deciding ?? null, others };
}

/** Whether there is a badge at all of which more can be said than why it is none. */
export const isBadge = (report: BadgeReport): boolean => report.version !== 'none';

/** The day of a moment, as the badge writes it. */
export function day(moment: string | null): string | null {
  const iso = moment?.slice(0, 10) ?? '';
  return isIsoDate(iso) ? date(iso) : null;
}

const CONTAINERS: Record<BadgeContainer, () => string> = {
  json: m.badges_container_json,
  jwt: m.badges_container_jwt,
  png: m.badges_container_png,
  svg: m.badges_container_svg,
};
/** Open Badges 3.0, signed token */
export const formatWords = ({ version, container }: BadgeReport): string =>
  [version === 'none' ? null : m.badges_version({ version }), CONTAINERS[container]()].filter(Boolean).join(', ');

/** The first and the last of a fingerprint: enough to tell two apart at a glance. */
export const short = (thumbprint: string): string =>
  thumbprint.length > 16 ? `${thumbprint.slice(0, 8)}…${thumbprint.slice(-6)}` : thumbprint;

/** The key that the person could trust: it fits, it came with the badge, and nothing is wrong with the badge but its age. */
export function keyToTrust(report: BadgeReport): BadgeKey | null {
  const fits = report.reasons.some(({ code }) => code === 'key_in_file');
  return fits && (report.verdict === 'intact_issuer_unknown' || report.verdict === 'expired') ? report.key : null;
}

/** What to do with a badge that cannot be accepted. */
export function whatToDo(report: BadgeReport): string {
  if (report.verdict === 'altered') return m.badges_do_altered();
  const none = report.reasons.some(({ code }) => ['no_badge', 'not_an_award', 'bad_checksum', 'broken'].includes(code));
  return none ? m.badges_do_no_badge() : m.badges_do_invalid();
}

export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/.test(text.trim());
