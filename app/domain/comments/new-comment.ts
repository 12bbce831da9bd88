// The id of a remark is made where it is written, so that one that is sent twice stands once.
import { newId } from "~/platform/id";

export function newCommentId(): string {
  return newId();
}
