/** A part of the program that is fetched when it is needed, as often as it takes: without it nothing goes on. */
export async function fetched<P>(part: () => Promise<P>): Promise<P> {
  for (let wait = 500; ; wait = Math.min(8000, wait * 2)) {
    try {
      return await part();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
