import Award from '@lucide/svelte/icons/award';
import Briefcase from '@lucide/svelte/icons/briefcase';
import Clock from '@lucide/svelte/icons/clock';
import FolderGit from '@lucide/svelte/icons/folder-git-2';
import GitMerge from '@lucide/svelte/icons/git-merge';
import GraduationCap from '@lucide/svelte/icons/graduation-cap';
import Layers from '@lucide/svelte/icons/layers';
import Quote from '@lucide/svelte/icons/message-square-quote';
import RotateCw from '@lucide/svelte/icons/rotate-cw';
import Users from '@lucide/svelte/icons/users';
import type { Icon } from '../../kit/types';

const ICONS: Record<string, Icon> = {
  log: Clock,
  course: GraduationCap,
  certification: Award,
  exam: Award,
  project: FolderGit,
  work: Briefcase,
  review: Quote,
  contribution: GitMerge,
  practice_set: Users,
  refresh: RotateCw,
  second_kind: Layers,
};

/** The picture of a kind of evidence, and of a way to prove. */
export const iconOf = (kind: string): Icon => ICONS[kind] ?? Layers;
