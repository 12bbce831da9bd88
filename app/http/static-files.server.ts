// The built files: those named by their content for a year, the rest asked again each time; compressed once, at build.
import type { RequestHandler } from "express";
import sirv from "sirv";

/** What protects a page and means nothing on a script, a style or a font: half a kilobyte on each of a first visit's files. */
const pageHeaders = [
  "Content-Security-Policy",
  "Referrer-Policy",
  "Cross-Origin-Opener-Policy",
  "Permissions-Policy",
  "X-Frame-Options",
];

/** The page without a network: nothing written in it runs, and it asks nobody but us. It stays with its headers on the device. */
const offlinePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Files with a policy of their own. The service worker fetches files of ours and runs no other script. */
const policies: Record<string, string> = {
  "/offline.html": offlinePolicy,
  "/service-worker.js": "default-src 'none'; script-src 'self'; connect-src 'self'",
};

/**
 * Serves a folder of built files. Only files listed at start exist; no path leads outside. One that was taken away since, as by building
 * anew beside the running server, breaks off its own answer and nothing else.
 */
export function staticFiles(folder: string): RequestHandler {
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    dotfiles: false,
    setHeaders: (response, path) => {
      const isNamedByContent = path.startsWith("/assets/");
      if (/\.(js|css|woff2)$/.test(path)) for (const name of pageHeaders) response.removeHeader(name);
      if (policies[path]) response.setHeader("Content-Security-Policy", policies[path]);
      response.setHeader(
        "Cache-Control",
        isNamedByContent ? "public, max-age=31536000, immutable" : "no-cache",
      );
    },
  });
  return (request, response, next) => {
    response.once("pipe", (file) => file.once("error", () => response.destroy()));
    serve(request, response, next);
  };
}
