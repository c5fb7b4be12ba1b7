/** A person at the API, signed in as a browser is: cookies, the form of the sign-in page, our header. */
export class Person {
  #base;
  #cookies = new Map();

  constructor(base) {
    this.#base = base;
  }

  /** Where the first password must be changed, `changed` is the new one. */
  static async signIn(base, { username, password }, changed) {
    const person = new Person(base);
    let page = await person.#follow('GET', '/login?to=/api/session');
    page = await person.#send(page, { username, password });
    if (changed && !page.text.includes('signedIn'))
      page = await person.#send(page, { 'password-new': changed, 'password-confirm': changed });
    if (!page.text.includes('signedIn')) throw new Error(`${username} was not signed in`);
    return person;
  }

  async #send(page, fields) {
    const action = /action="([^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    if (!action) throw new Error(`no form to send ${Object.keys(fields).join(', ')} with`);
    return this.#follow('POST', action, new URLSearchParams(fields));
  }

  async #follow(method, address, body) {
    const url = new URL(address, this.#base);
    const answer = await fetch(url, {
      method,
      body,
      redirect: 'manual',
      headers: { Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      this.#cookies.set(name, value);
    }
    const next = answer.headers.get('location');
    return next ? this.#follow('GET', new URL(next, url).href) : { text: await answer.text() };
  }

  /** `{ status, body }`; a server that cannot be reached is status 0. */
  async call(method, path, body) {
    try {
      const answer = await fetch(new URL(path, this.#base), {
        method,
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
        headers: {
          'Content-Type': 'application/json',
          'X-Requested-With': 'lopmo',
          'Accept-Language': 'vi',
          Cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
    } catch {
      return { status: 0, body: undefined };
    }
  }

  /** Sends one file, as a form does. */
  async upload(path, name, bytes) {
    const form = new FormData();
    form.append('file', new Blob([bytes]), name);
    const answer = await fetch(new URL(path, this.#base), {
      method: 'POST',
      body: form,
      headers: {
        'X-Requested-With': 'lopmo',
        Cookie: [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
    });
    if (!answer.ok) throw new Error(`POST ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }

  /** What a link downloads. */
  async bytes(path) {
    const answer = await fetch(new URL(path, this.#base), {
      headers: {
        'X-Requested-With': 'lopmo',
        Cookie: [...this.#cookies].map(([key, value]) => `${key}=${value}`).join('; '),
      },
    });
    if (!answer.ok) throw new Error(`GET ${path}: ${answer.status} ${await answer.text()}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  async get(path) {
    const { status, body } = await this.call('GET', path);
    if (status !== 200) throw new Error(`GET ${path}: ${status}`);
    return body;
  }

  /** Tries again, as the page does, until the server has taken it; gives what it said, and how often it had to ask. */
  async insist(method, path, body, patience = 90_000) {
    const until = Date.now() + patience;
    for (let tries = 1; ; tries++) {
      const answer = await this.call(method, path, body);
      if (answer.status >= 200 && answer.status < 300) return { ...answer, tries };
      if (![0, 502, 503].includes(answer.status) || Date.now() > until)
        throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}
