/** The server's clock, shown here: what counts is the school's time, not what a device is set to. */
export class ServerClock {
  closesAt = $state(0);
  now = $state(Date.now());
  offset = 0;

  constructor() {
    $effect(() => {
      const timer = setInterval(() => (this.now = Date.now() + this.offset), 500);
      return () => clearInterval(timer);
    });
  }

  set(serverNow: string, closesAt: string): void {
    this.offset = new Date(serverNow).getTime() - Date.now();
    this.closesAt = new Date(closesAt).getTime();
    this.now = Date.now() + this.offset;
  }

  /** Without the server: what was known when it last spoke. */
  restore(offset: number, closesAt: string): void {
    this.offset = offset;
    this.closesAt = new Date(closesAt).getTime();
    this.now = Date.now() + offset;
  }

  get left(): number {
    return Math.max(0, this.closesAt - this.now);
  }
}
