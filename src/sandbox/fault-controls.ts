import type { FaultPlan, HttpFault } from './faults.ts';
import type { Gateway } from './gateway/gateway.ts';

/** Makes the sandbox go wrong as Discord and networks do: for tests. */
export interface Faults {
  /** The next `times` interaction callbacks go wrong. */
  onCallback(fault: HttpFault, times?: number): void;
  /** The next `times` requests whose `METHOD path` (below `/api/v10`) matches go wrong. */
  onRequest(route: RegExp, fault: HttpFault, times?: number): void;
  /** Sends the next interaction to the bot two times. */
  deliverTwice(): void;
  /** Closes every gateway connection with a code, or without a word when none is given. */
  dropConnections(code?: number): void;
  /** Answers no more heartbeats on the connections that are open. */
  stopHeartbeatAcks(): void;
  /** Opcode 7: asks the bot to reconnect. */
  askToReconnect(): void;
  /** Opcode 9. @param data `true` when the session can be resumed; anything else ends it */
  invalidateSessions(data: unknown): void;
  /** Closes instead of accepting the next `times` IDENTIFYs: 4004, 4014… */
  refuseIdentify(code: number, times?: number): void;
  /** `/gateway/bot` says that no session may be started for `resetAfter` milliseconds. */
  exhaustSessionStarts(resetAfter: number): void;
}

/** What is asked for and not yet done. */
export interface FaultState {
  takeIdentifyRefusal(): number | undefined;
  takeDuplicate(): boolean;
  /** Milliseconds, while no session may be started. */
  sessionStartReset(): number | undefined;
}

const callback = /^POST \/interactions\//;

/** @param gateway asked for lazily, because the gateway itself asks for faults */
export function createFaults(plan: FaultPlan, gateway: () => Gateway): Faults & FaultState {
  const refusals: number[] = [];
  let duplicates = 0;
  let startsAgain: number | undefined;
  return {
    onCallback: (fault, times = 1) => plan.add(callback, fault, times),
    onRequest: (route, fault, times = 1) => plan.add(route, fault, times),
    deliverTwice() {
      duplicates += 1;
    },
    dropConnections(code) {
      for (const { socket } of gateway().connections()) {
        if (code === undefined) socket.terminate();
        else socket.close(code);
      }
    },
    stopHeartbeatAcks() {
      for (const connection of gateway().connections()) connection.stopAcknowledging();
    },
    askToReconnect() {
      for (const connection of gateway().connections()) connection.reconnect();
    },
    invalidateSessions(data) {
      for (const connection of gateway().connections()) connection.invalidate(data);
    },
    refuseIdentify(code, times = 1) {
      refusals.push(...Array.from({ length: times }, () => code));
    },
    exhaustSessionStarts(resetAfter) {
      startsAgain = Date.now() + resetAfter;
    },
    takeIdentifyRefusal: () => refusals.shift(),
    takeDuplicate() {
      const due = duplicates > 0;
      if (due) duplicates -= 1;
      return due;
    },
    sessionStartReset() {
      const left = (startsAgain ?? 0) - Date.now();
      return left > 0 ? left : undefined;
    },
  };
}
