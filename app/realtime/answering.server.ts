// Every message goes the same way: not too fast, parsed, the use-case, an answer. Nothing a browser sends can throw further.
import { RateLimiterMemory } from "rate-limiter-flexible";
import type { z } from "zod";
import { refusalIn } from "~/domain/refusal";
import { log } from "~/platform/log.server";
import type { Ack } from "./protocol";

/** Messages one socket may send in ten seconds; far above what screens do. */
const pace = { points: 60, duration: 10 };

/** Makes the one way in which this socket's messages are answered. */
export function answering(socket: { id: string }) {
  const limiter = new RateLimiterMemory({ ...pace, keyPrefix: socket.id });
  return <Order, Value>(
    order: z.ZodType<Order>,
    message: unknown,
    ack: unknown,
    run: (order: Order) => Promise<Value>,
  ): void => {
    const reply =
      typeof ack === "function"
        ? (answer: Ack<Value>) => void (ack as (answer: Ack<Value>) => void)(answer)
        : () => undefined;
    const act = async (): Promise<Ack<Value>> => {
      const isInTime = await limiter.consume("").then(
        () => true,
        () => false,
      );
      if (!isInTime) return { ok: false, refusal: "too-fast" };
      const parsed = order.safeParse(message);
      if (!parsed.success) return { ok: false, refusal: "invalid" };
      return { ok: true, value: await run(parsed.data) };
    };
    act().then(reply, (thrown: unknown) => {
      const refusal = refusalIn(thrown);
      if (!refusal) log().error({ error: thrown }, "a message failed");
      reply({ ok: false, refusal: refusal?.kind ?? "failed" });
    });
  };
}
