export { toast, toasts, type Toast, type ToastOptions } from './toast.svelte';
