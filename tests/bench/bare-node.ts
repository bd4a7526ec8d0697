/* The physical limit: one constant embed by ws and node:http alone, with no regard to what fails. */
import { Agent, request } from 'node:http';
import { WebSocket } from 'ws';

const { DISCORD_TOKEN: token = '', DISCORD_API_BASE: api = '' } = process.env;

const body = JSON.stringify({
  type: 4,
  data: { embeds: [{ title: 'A title', description: 'A constant answer of a few words.' }] },
});
const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
const agent = new Agent({ keepAlive: true });

interface Frame {
  readonly op: number;
  readonly t: string;
  readonly d: { readonly id: string; readonly token: string };
}

const { url } = (await (await fetch(`${api}/v10/gateway/bot`)).json()) as { url: string };
const socket = new WebSocket(url, { perMessageDeflate: false });
socket.on('message', (data: Buffer) => {
  const { op, t, d } = JSON.parse(data.toString()) as Frame;
  if (op === 10) socket.send(JSON.stringify({ op: 2, d: { token } }));
  if (t !== 'INTERACTION_CREATE') return;
  const path = `${api}/v10/interactions/${d.id}/${d.token}/callback`;
  const post = request(path, { method: 'POST', agent, headers }, (response) => response.resume());
  post.end(body);
});
