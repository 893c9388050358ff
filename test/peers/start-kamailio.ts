import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { answersOptions } from './answers-options.ts'
import { freeUdpPort } from './free-port.ts'
import { type Program, startProgram, until } from './programs.ts'

export interface Kamailio {
  readonly port: number
  readonly output: Program['output']
  stop(): Promise<void>
}

export interface KamailioOptions {
  /** Any user may call and register with this password. */
  readonly password: string
  /** Calls go on to this user agent on loopback. */
  readonly callee: { readonly user: string; readonly port: number }
}

/** A proxy and registrar that asks for digest credentials, relays calls and stays in their route. */
export const startKamailio = async (options: KamailioOptions): Promise<Kamailio> => {
  const folder = mkdtempSync(join(tmpdir(), 'kamailio-'))
  const port = await freeUdpPort()
  const config = join(folder, 'kamailio.cfg')
  writeFileSync(config, configuration(port, options))
  const program = startProgram('kamailio', [
    ...['-f', config, '-P', join(folder, 'pid'), '-Y', folder],
    ...['-m', '64', '-M', '8', '-n', '1', '-DD', '-E'],
  ])
  const stop = async () => {
    await program.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await until('kamailio answers', () => answersOptions(port))
  } catch (error) {
    await stop()
    throw new Error(program.output(), { cause: error })
  }
  return { port, output: program.output, stop }
}

const realm = 'carrier.example'

const configuration = (port: number, { password, callee }: KamailioOptions): string => `
debug=1
log_stderror=yes
children=1
disable_tcp=yes
auto_aliases=no
listen=udp:127.0.0.1:${port}
loadmodule "kex.so"
loadmodule "corex.so"
loadmodule "tm.so"
loadmodule "sl.so"
loadmodule "rr.so"
loadmodule "pv.so"
loadmodule "maxfwd.so"
loadmodule "textops.so"
loadmodule "siputils.so"
loadmodule "usrloc.so"
loadmodule "registrar.so"
loadmodule "auth.so"

request_route {
  if (!mf_process_maxfwd_header("10")) { sl_send_reply("483", "Too Many Hops"); exit; }
  if (has_totag()) {
    if (loose_route()) { t_relay(); exit; }
    if (is_method("ACK")) { if (t_check_trans()) { t_relay(); } exit; }
    sl_send_reply("404", "Not here");
    exit;
  }
  if (is_method("CANCEL")) { if (t_check_trans()) { t_relay(); } exit; }
  if (is_method("OPTIONS")) { sl_send_reply("200", "OK"); exit; }
  if (is_method("REGISTER")) {
    if (!pv_www_authenticate("${realm}", "${password}", "0")) { www_challenge("${realm}", "0"); exit; }
    save("location");
    exit;
  }
  if (!is_method("INVITE")) { sl_send_reply("405", "Method Not Allowed"); exit; }
  if (!pv_proxy_authenticate("${realm}", "${password}", "0")) { proxy_challenge("${realm}", "0"); exit; }
  consume_credentials();
  record_route();
  $rU = "${callee.user}";
  $du = "sip:127.0.0.1:${callee.port}";
  t_relay();
}
`
