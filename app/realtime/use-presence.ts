// Who else has this document open.
import { useEffect, useState } from "react";
import { connection, keepSaying } from "./connection";
import type { PresentPerson } from "./protocol";

/** The people who have the document open now, oneself among them; empty until the server has said. */
export function usePresence(network: string, document: string): PresentPerson[] {
  const [people, setPeople] = useState<PresentPerson[]>([]);
  useEffect(() => {
    let isOver = false;
    const hear = (message: { document: string; people: PresentPerson[] }) => {
      if (message.document === document) setPeople(message.people);
    };
    void connection().then((socket) => {
      if (!isOver) socket.on("present", hear);
    });
    const stopSaying = keepSaying<PresentPerson[]>(
      (socket, ack) => socket.emit("open", { network, document }, ack),
      (answer) => setPeople(answer.ok ? answer.value : []),
    );
    return () => {
      isOver = true;
      stopSaying();
      setPeople([]);
      void connection().then((socket) => {
        socket.off("present", hear);
        if (socket.connected) socket.emit("close", {}, () => undefined);
      });
    };
  }, [network, document]);
  return people;
}
