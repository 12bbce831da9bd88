// Pictures and files of a document: what may be said of them, and how much there may be.

/** Bytes of one file. */
export const fileLimit = 25_000_000;

/** Characters. */
export const altTextLimit = 500;
export const captionLimit = 500;
export const licenceLimit = 120;

export const erasedReasonLimit = 300;

/** Whether the persons that a picture shows agreed to be shown. */
export const consents = ["unknown", "given", "refused", "nobody"] as const;
export type Consent = (typeof consents)[number];

/** What is offered for the licence; anything else may be written as well. */
export const usualLicences = ["CC BY 4.0", "CC BY-SA 4.0", "CC0 1.0"] as const;

/** After so many days what no text names, and nobody put there to stay, is removed. */
export const unnamedDays = 30;

/** Why a file is refused that may be taken in later, as it is. */
export const passingWrongs = ["files:wrong.quota", "files:wrong.cutOff", "files:wrong.busy"] as const;

/** What is told of a file that was taken in. */
export interface TakenFile {
  id: string;
  name: string;
  bytes: number;
  type: string;
  /** In pixels, of the largest size that is kept. */
  picture?: { width: number; height: number };
}
