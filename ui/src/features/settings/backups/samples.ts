// Backups as the core tells of them, for the tests.
import type { AwayView, BackupContentView, BackupRow, BackupsView, RestoredView } from '../../../backend/generated/commands';

export const backup = (more: Partial<BackupRow> = {}): BackupRow => ({
  id: 'here:1',
  made: '2026-11-20T19:00:00Z',
  why: { en: 'after changes', fr: 'après des changements' },
  reason: 'changes',
  bytes: 3_400_000,
  encrypted: false,
  away: false,
  path: '/home/ana/groundwork/backups/1',
  ...more,
});
export const view = (more: Partial<BackupsView> = {}): BackupsView => ({
  rows: [backup()],
  folder: '/home/ana/groundwork/backups',
  bytes: 3_400_000,
  away: null,
  passphrase: false,
  problem: null,
  ...more,
});
export const away = (more: Partial<AwayView> = {}): AwayView => ({
  folder: '/media/stick/groundwork',
  reachable: true,
  encrypted: false,
  last: '2026-11-20T19:00:00Z',
  problem: null,
  ...more,
});
export const content = (more: Partial<BackupContentView> = {}): BackupContentView => ({
  backup: backup(),
  whole: true,
  fault: null,
  counts: [
    { kind: 'project', name: { en: 'projects', fr: 'projets' }, count: 3, now: 4 },
    { kind: 'absence', name: { en: 'absences', fr: 'absences' }, count: 2, now: 2 },
  ],
  files: 12,
  file_bytes: 2_800_000,
  newest_at: '2026-11-20T18:40:00Z',
  newest: { en: 'Level of SQL set to 3', fr: 'Niveau de SQL fixé à 3' },
  program: '0.1.0',
  ...more,
});
export const restored = (more: Partial<RestoredView> = {}): RestoredView => ({
  from: backup(),
  before: backup({ id: 'here:before', why: { en: 'before a restore', fr: 'avant une restauration' }, bytes: 3_500_000 }),
  aside: null,
  counts: [{ kind: 'project', name: { en: 'projects', fr: 'projets' }, count: 3, now: null }],
  ...more,
});
