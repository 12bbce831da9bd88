// A file that is sent as it is being made, to be kept by whoever asked for it and by nobody on the way.

export interface Attachment {
  /** Plain letters, digits, hyphens and one ending. */
  name: string;
  mediaType: string;
}

/** Streams the pieces as a download; the next one is made when the last has left. */
export function attachment({ name, mediaType }: Attachment, pieces: AsyncGenerator<string>): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": mediaType,
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "-")}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
