// placeholder until the helper's lands
/** What this account's device holds of one text. All methods reject when the browser has no room or forbids it. */
export interface DeviceCopy {
  read(): Promise<{ text: Uint8Array; unsent: Unsent[] } | null>;
  keep(edit: Uint8Array, client: number): Promise<number>;
  acknowledge(keys: readonly number[]): Promise<void>;
  learn(update: Uint8Array): Promise<void>;
  describe(about: DeviceText): Promise<void>;
  setAside(words: string): Promise<void>;
  readAside(): Promise<Array<{ key: number; words: string; at: string }>>;
  dropAside(key: number): Promise<void>;
  discard(): Promise<void>;
  close(): void;
}
export interface DeviceText {
  network: string;
  networkName: string;
  title: string;
  language: string;
}
export interface Unsent {
  key: number;
  edit: Uint8Array;
  client: number;
  at: number;
}
export async function openDeviceCopy(personId: string, documentId: string): Promise<DeviceCopy> {
  throw new Error(`not yet: ${personId} ${documentId}`);
}
