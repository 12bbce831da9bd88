// How a file leaves the house: what was not encoded by us is only ever saved, and nothing of it runs here.

/** Passive types, which a browser may be told; everything else is bytes. */
const told =
  /^(application\/(pdf|zip|vnd\.(openxmlformats-officedocument|oasis\.opendocument)\.[\w.-]+)|audio\/[\w.+-]+|video\/[\w.+-]+)$/;

export interface Sent {
  name: string;
  type: string;
  isPicture: boolean;
}

/** The headers that say what the file is and what may be done with it. */
export function fileHeaders({ name, type, isPicture }: Sent): Record<string, string> {
  return {
    "Content-Type": isPicture || told.test(type) ? type : typeOfBytes(type),
    "Content-Disposition": disposition(isPicture ? "inline" : "attachment", name),
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
  };
}

/** As RFC 6266 and 5987 have it: the name in plain letters for old programs, and as it is for all others. */
export function disposition(how: "inline" | "attachment", name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\w. ()-]/gu, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function typeOfBytes(type: string): string {
  return type === "text/plain" ? "text/plain; charset=utf-8" : "application/octet-stream";
}
