// Tells what an order of the server wrote in a shared text from what windows wrote: by the Yjs client id it is written under.

/** Windows have ids of 32 bits. */
const first = 2 ** 32;

/** An id for one order's writing, which no window can have and hardly ever another order. */
export function newOrderClient(): number {
  const drawn = (below: number) => Math.floor(Math.random() * below);
  // Yjs reads whole numbers up to 2 ** 53.
  return first * (1 + drawn(2 ** 20 - 1)) + drawn(first);
}

/** Whether what has this client id was written by an order. Those of older logs had ids like a window's. */
export function isOrderClient(client: number): boolean {
  return client >= first;
}
