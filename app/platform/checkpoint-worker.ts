// Folds the write-ahead log into the database file, away from the main thread, which must never wait for the disk.
import { parentPort } from "node:worker_threads";
import Database from "better-sqlite3";
import type { CheckpointJob, CheckpointResult } from "./checkpoint.server";

parentPort?.on("message", ({ file }: CheckpointJob) => parentPort?.postMessage(fold(file)));

function fold(file: string): CheckpointResult {
  try {
    const database = new Database(file, { fileMustExist: true });
    try {
      database.pragma("wal_checkpoint(PASSIVE)");
      return null;
    } finally {
      database.close();
    }
  } catch (error) {
    return String(error);
  }
}
