/** Whether the device believes it has a network. A server that does not answer is told by `Unreachable`. */
class Online {
  now = $state(typeof navigator === 'undefined' ? true : navigator.onLine);

  constructor() {
    if (typeof window === 'undefined') return;
    window.addEventListener('online', () => (this.now = true));
    window.addEventListener('offline', () => (this.now = false));
  }
}

export const online = new Online();
