import Award from '@lucide/svelte/icons/award';
import Briefcase from '@lucide/svelte/icons/briefcase-business';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import FolderGit from '@lucide/svelte/icons/folder-git-2';
import History from '@lucide/svelte/icons/history';
import Layers from '@lucide/svelte/icons/layers';
import Settings from '@lucide/svelte/icons/settings';
import Sun from '@lucide/svelte/icons/sun';
import type { Component } from 'svelte';
import type { Icon } from '../kit/types';
import { m } from '../paraglide/messages';

export interface Area {
  id: string;
  /** `g` and this letter go there. */
  letter: string;
  icon: Icon;
  label: () => string;
  load: () => Promise<{ default: Component }>;
  /** Not in the rail's list: at its foot, or nowhere. */
  place?: 'foot' | 'none';
}

/** The areas that have a page. One line here, and a page is in the rail, the palette, the shortcuts and the router. */
export const areas: Area[] = [
  { id: 'today', letter: 't', icon: Sun, label: m.frame_area_today, load: () => import('../features/today/TodayPage.svelte') },
  { id: 'role', letter: 'r', icon: Briefcase, label: m.frame_area_role, load: () => import('../features/role/RolePage.svelte') },
  {
    id: 'skills',
    letter: 's',
    icon: Layers,
    label: m.frame_area_skills,
    load: () => import('../features/skills/SkillsPage.svelte'),
  },
  {
    id: 'plan',
    letter: 'p',
    icon: CalendarDays,
    label: m.frame_area_plan,
    load: () => import('../features/plan/PlanPage.svelte'),
  },
  {
    id: 'certifications',
    letter: 'c',
    icon: Award,
    label: m.frame_area_certifications,
    load: () => import('../features/certifications/CertificationsPage.svelte'),
  },
  {
    id: 'portfolio',
    letter: 'f',
    icon: FolderGit,
    label: m.frame_area_portfolio,
    load: () => import('../features/portfolio/PortfolioPage.svelte'),
  },
  {
    id: 'settings',
    letter: ',',
    icon: Settings,
    label: m.frame_area_settings,
    load: () => import('../features/settings/SettingsPage.svelte'),
    place: 'foot',
  },
  {
    id: 'history',
    letter: 'h',
    icon: History,
    label: m.past_title,
    load: () => import('../features/history/HistoryPage.svelte'),
    place: 'none',
  },
  {
    id: 'start',
    letter: '',
    icon: Sun,
    label: m.frame_area_start,
    load: () => import('../features/start/StartPage.svelte'),
    place: 'none',
  },
];
if (import.meta.env.DEV) {
  const load = () => import('../kit/gallery/GalleryPage.svelte');
  areas.push({ id: 'kit', letter: '', icon: Sun, label: () => 'Kit', load, place: 'none' });
}

export const areaOf = (id: string): Area | undefined => areas.find((area) => area.id === id);
