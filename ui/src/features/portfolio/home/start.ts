// Three ways to begin a project.
import type { ProjectStatus } from '../../../backend/generated/commands';
import { act } from '../../../lib/query.svelte';

export type Way = 'empty' | 'folder' | 'practice';
export interface Form {
  way: Way;
  name: string;
  status: ProjectStatus;
  practice: string;
}

/** Begins it; the value is null where the person chose no folder. */
export function begin({ way, name, status, practice }: Form) {
  const quiet = { showError: false };
  if (way === 'folder') return act('projects.begin_folder', { practice: practice || null }, quiet);
  if (way === 'practice') return act('projects.begin', { practice, name }, quiet);
  return act('projects.save', { name, status }, quiet);
}
