import { QueryClient } from '@tanstack/svelte-query';
import { Problem } from './http';

/**
 * For staff pages: `createQuery(() => ({ … }), () => queryClient)`. Kept out of the root layout so that a
 * pupil's page never loads the library.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (times, thrown) => times < 2 && !(thrown instanceof Problem && thrown.status < 500),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
});
