/** Tells the service worker which parts this page uses, so that it opens again without a network. */
export function keepThisPage(): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.ready.then((registration) => {
    const used = performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name).pathname)
      .filter((path) => path.startsWith('/_app/immutable/'));
    registration.active?.postMessage({ used });
  });
}

/** Brings other pages along, too: those that lead to what was just kept. */
export async function keepPages(...paths: string[]): Promise<void> {
  const { preloadCode } = await import('$app/navigation');
  await Promise.all(paths.map((path) => preloadCode(path)));
  keepThisPage();
}
