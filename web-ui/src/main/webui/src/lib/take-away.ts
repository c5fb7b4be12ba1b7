import { ours, understood, Unreachable } from './http';

/** Fetches a file that the server makes and saves it; a refusal comes as its sentence, not as a page of JSON. */
export async function fileOf(href: string, name: string): Promise<void> {
  const answer = await fetch(href, { headers: ours(), credentials: 'same-origin' }).catch(
    (cause: unknown) => {
      throw new Unreachable(cause);
    },
  );
  if (!answer.ok) understood(answer.status, await answer.text());
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
