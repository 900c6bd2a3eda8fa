// The audit's words: every kind, strength and reason in the chosen language.
import type { FindingKind, LeftOutReason, Strength } from '../../../backend/generated/commands';
import { m } from '../../../paraglide/messages';

type Words = readonly [name: () => string, text: () => string];

const KIND: Record<FindingKind, Words> = {
  framework: [m.audit_kind_framework, m.audit_kind_framework_hint],
  library: [m.audit_kind_library, m.audit_kind_library_hint],
  build_tool: [m.audit_kind_build_tool, m.audit_kind_build_tool_hint],
  database: [m.audit_kind_database, m.audit_kind_database_hint],
  orm: [m.audit_kind_orm, m.audit_kind_orm_hint],
  migration: [m.audit_kind_migration, m.audit_kind_migration_hint],
  test: [m.audit_kind_test, m.audit_kind_test_hint],
  test_framework: [m.audit_kind_test_framework, m.audit_kind_test_framework_hint],
  quality: [m.audit_kind_quality, m.audit_kind_quality_hint],
  ci: [m.audit_kind_ci, m.audit_kind_ci_hint],
  container: [m.audit_kind_container, m.audit_kind_container_hint],
  orchestration: [m.audit_kind_orchestration, m.audit_kind_orchestration_hint],
  infrastructure: [m.audit_kind_infrastructure, m.audit_kind_infrastructure_hint],
  deployment: [m.audit_kind_deployment, m.audit_kind_deployment_hint],
  api_description: [m.audit_kind_api_description, m.audit_kind_api_description_hint],
  authentication: [m.audit_kind_authentication, m.audit_kind_authentication_hint],
  authorisation: [m.audit_kind_authorisation, m.audit_kind_authorisation_hint],
  cache: [m.audit_kind_cache, m.audit_kind_cache_hint],
  queue: [m.audit_kind_queue, m.audit_kind_queue_hint],
  logging: [m.audit_kind_logging, m.audit_kind_logging_hint],
  metrics: [m.audit_kind_metrics, m.audit_kind_metrics_hint],
  tracing: [m.audit_kind_tracing, m.audit_kind_tracing_hint],
  health: [m.audit_kind_health, m.audit_kind_health_hint],
  licence: [m.audit_kind_licence, m.audit_kind_licence_hint],
  readme: [m.audit_kind_readme, m.audit_kind_readme_hint],
  documentation: [m.audit_kind_documentation, m.audit_kind_documentation_hint],
  decision: [m.audit_kind_decision, m.audit_kind_decision_hint],
  history: [m.audit_kind_history, m.audit_kind_history_hint],
  secret: [m.audit_kind_secret, m.audit_kind_secret_hint],
};

const REASON: Record<LeftOutReason, Words> = {
  too_large: [m.audit_reason_too_large, m.audit_reason_too_large_text],
  too_many: [m.audit_reason_too_many, m.audit_reason_too_many_text],
  too_deep: [m.audit_reason_too_deep, m.audit_reason_too_deep_text],
  too_much: [m.audit_reason_too_much, m.audit_reason_too_much_text],
  binary: [m.audit_reason_binary, m.audit_reason_binary_text],
  link: [m.audit_reason_link, m.audit_reason_link_text],
  special: [m.audit_reason_special, m.audit_reason_special_text],
  no_permission: [m.audit_reason_no_permission, m.audit_reason_no_permission_text],
  unreadable: [m.audit_reason_unreadable, m.audit_reason_unreadable_text],
  foreign: [m.audit_reason_foreign, m.audit_reason_foreign_text],
  generated: [m.audit_reason_generated, m.audit_reason_generated_text],
  shallow: [m.audit_reason_shallow, m.audit_reason_shallow_text],
  too_many_commits: [m.audit_reason_too_many_commits, m.audit_reason_too_many_commits_text],
  submodule: [m.audit_reason_submodule, m.audit_reason_submodule_text],
  outside: [m.audit_reason_outside, m.audit_reason_outside_text],
  not_understood: [m.audit_reason_not_understood, m.audit_reason_not_understood_text],
};

const STRENGTH: Record<Strength, Words> = {
  direct: [m.audit_strength_direct, m.audit_strength_direct_text],
  development: [m.audit_strength_development, m.audit_strength_development_text],
  indirect: [m.audit_strength_indirect, m.audit_strength_indirect_text],
};

// What a newer core may say is shown as it stands rather than not at all.
const word = (words: Words | undefined, at: 0 | 1, raw: string): string => words?.[at]() ?? (at === 0 ? raw : '');

export const kindText = (kind: FindingKind): string => word(KIND[kind], 0, kind);
/** What the audit looks for under this kind. */
export const kindHint = (kind: FindingKind): string => word(KIND[kind], 1, kind);
export const reasonText = (reason: LeftOutReason): string => word(REASON[reason], 0, reason);
/** Why, and what can be done about it. */
export const reasonWhy = (reason: LeftOutReason): string => word(REASON[reason], 1, reason);
export const strengthText = (strength: Strength): string => word(STRENGTH[strength], 0, strength);
export const strengthWhy = (strength: Strength): string => word(STRENGTH[strength], 1, strength);
