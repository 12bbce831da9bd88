// Answers to what somebody types, key by key: small, gone at once, and asked for so often that their making is what they cost.

/**
 * The value as JSON, kept by no cache and left as it is: compressing a few kilobytes takes the server longer than finding them, and
 * saves whoever waits for them nothing.
 */
export function typingAnswer(value: unknown): Response {
  return Response.json(value, { headers: { "Cache-Control": "private, no-store, no-transform" } });
}
