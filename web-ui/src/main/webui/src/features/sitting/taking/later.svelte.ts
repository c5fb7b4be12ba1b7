import type { Component } from 'svelte';

/** A part of the page that comes when it is used; undefined while there is no way to fetch it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export class Later<P extends Record<string, any>, B extends string = any> {
  part = $state.raw<Component<P, object, B> | undefined>();

  constructor(private readonly fetched: () => Promise<{ default: Component<P, object, B> }>) {}

  async get(): Promise<Component<P, object, B> | undefined> {
    try {
      this.part ??= (await this.fetched()).default;
    } catch {
      // The network is away; the next wish asks again.
    }
    return this.part;
  }
}
