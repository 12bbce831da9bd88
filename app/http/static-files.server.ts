// The built files: those named by their content for a year, the rest asked again each time; compressed once, at build.
import type { RequestHandler } from "express";
import sirv from "sirv";

/** Serves a folder of built files. Only files listed at start exist; no path leads outside. */
export function staticFiles(folder: string): RequestHandler {
  return sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    dotfiles: false,
    setHeaders: (response, path) => {
      const isNamedByContent = path.startsWith("/assets/");
      response.setHeader(
        "Cache-Control",
        isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
}
