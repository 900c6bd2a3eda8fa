// For the tests of these pages.
import type { ProjectRecord } from '../../backend/generated/commands';

export const emptyProject = (): Omit<ProjectRecord, 'id'> => ({
  name: '',
  summary: '',
  story: '',
  role: '',
  team: '',
  starts: null,
  ends: null,
  status: 'idea',
  practice: null,
  links: [],
  skills: [],
  decisions: [],
  results: '',
  checklist: {},
  folder: '',
  proofs: [],
});
