import { describe, expect, test } from 'vitest'
import { readConfiguration } from './configuration.ts'
import { whyForeignRequest, whyMisaddressed } from './same-origin.ts'

type Sent = Record<string, string>
const practice = readConfiguration({ NODE_ENV: 'test' })
const real = readConfiguration({ NODE_ENV: 'test', GATEHOUSE_ORIGIN: 'https://gates.example.org' })

const atHome = { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000' }
const byNext = { 'x-forwarded-host': '127.0.0.1:3000', 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' }
const abroad = { host: 'gates.example.org', origin: 'https://gates.example.org' }

describe('a change in practice mode', () => {
  test.each<[string, Sent]>([
    ['from the page itself', atHome],
    ['with what Next adds', { ...atHome, ...byNext }],
    [
      'with an IPv4 address as an IPv6 socket names it',
      { ...atHome, ...byNext, 'x-forwarded-for': '::ffff:127.0.0.1' },
    ],
    ['by name', { host: 'localhost:3000', origin: 'http://localhost:3000' }],
    ['over IPv6', { host: '[::1]:3000', origin: 'http://[::1]:3000' }],
    ['on the usual port', { host: 'localhost', origin: 'http://localhost' }],
    ['without Origin, where the browser vouches', { host: atHome.host, 'sec-fetch-site': 'same-origin' }],
  ])('is taken %s', (_, sent) => {
    expect(whyForeignRequest(new Headers(sent), practice)).toBeNull()
  })

  test.each<[string, Sent, RegExp]>([
    ['without a host', { origin: atHome.origin }, /does not answer to the address \(none\)/],
    [
      'to a name that was rebound to loopback',
      { host: 'evil.example:3000', origin: 'http://evil.example:3000' },
      /does not answer/,
    ],
    [
      'to a host that only begins like ours',
      { host: '127.0.0.1.evil.example', origin: atHome.origin },
      /does not answer/,
    ],
    ['to a host with a user in it', { host: '127.0.0.1:3000@evil.example', origin: atHome.origin }, /does not answer/],
    ['from another site', { ...atHome, origin: 'https://evil.example' }, /another site/],
    ['from another port of this machine', { ...atHome, origin: 'http://127.0.0.1:4000' }, /another site/],
    ['from another name of this machine', { ...atHome, origin: 'http://localhost:3000' }, /another site/],
    ['from a sandboxed page', { ...atHome, origin: 'null' }, /another site/],
    ['from an origin that is no address', { ...atHome, origin: 'garbage' }, /another site/],
    ['that the browser calls cross-site', { ...atHome, 'sec-fetch-site': 'cross-site' }, /another site/],
    ['that the browser calls same-site', { ...atHome, 'sec-fetch-site': 'same-site' }, /another site/],
    ['with no word where it came from', { host: atHome.host }, /did not say/],
    ['typed into the address bar, without Origin', { host: atHome.host, 'sec-fetch-site': 'none' }, /did not say/],
    ['through a proxy that says Forwarded', { ...atHome, forwarded: 'for=203.0.113.9' }, /through a proxy/],
    ['through a proxy that says Via', { ...atHome, via: '1.1 caddy' }, /through a proxy/],
    ['through a proxy that says X-Real-IP', { ...atHome, 'x-real-ip': '203.0.113.9' }, /through a proxy/],
    ['for somebody elsewhere', { ...atHome, ...byNext, 'x-forwarded-for': '203.0.113.9' }, /through a proxy/],
    ['by way of two hops', { ...atHome, ...byNext, 'x-forwarded-for': '127.0.0.1, 127.0.0.1' }, /through a proxy/],
    ['that was https outside', { ...atHome, ...byNext, 'x-forwarded-proto': 'https' }, /through a proxy/],
    ['forwarded for another host', { ...atHome, 'x-forwarded-host': 'gates.example.org' }, /pass the Host header on/],
  ])('is refused %s', (_, sent, sentence) => {
    expect(whyForeignRequest(new Headers(sent), practice)).toMatch(sentence)
  })
})

describe('a change for real', () => {
  test.each<[string, Sent]>([
    ['from the page itself', abroad],
    [
      'through the proxy in front',
      { ...abroad, via: '1.1 caddy', 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' },
    ],
    ['through a proxy that names the port', { ...abroad, host: 'gates.example.org:443' }],
    ['in capitals', { host: 'Gates.Example.org', origin: 'https://gates.example.org' }],
  ])('is taken %s', (_, sent) => {
    expect(whyForeignRequest(new Headers(sent), real)).toBeNull()
  })

  test.each<[string, Sent, RegExp]>([
    ['to loopback behind the proxy', { ...abroad, host: '127.0.0.1:3000' }, /It is at https:\/\/gates\.example\.org\./],
    ['from another port of the host', { ...abroad, origin: 'https://gates.example.org:8443' }, /another site/],
    ['to a neighbour', { ...abroad, host: 'evil.example.org' }, /does not answer/],
    [
      'to a spoofed host with the origin to match',
      { host: 'evil.example', origin: 'https://evil.example' },
      /does not answer/,
    ],
    ['with a spoofed X-Forwarded-Host', { ...abroad, 'x-forwarded-host': 'evil.example' }, /pass the Host header on/],
    ['from the same host without TLS', { ...abroad, origin: 'http://gates.example.org' }, /another site/],
    [
      'from a neighbour',
      { ...abroad, origin: 'https://evil.example.org', 'sec-fetch-site': 'same-site' },
      /another site/,
    ],
  ])('is refused %s', (_, sent, sentence) => {
    expect(whyForeignRequest(new Headers(sent), real)).toMatch(sentence)
  })
})

test.each<[string, Sent]>([
  ['a link on another site', { host: atHome.host, 'sec-fetch-site': 'cross-site' }],
  ['the address bar', { host: atHome.host }],
])('a read may come from %s', (_, sent) => {
  expect(whyMisaddressed(new Headers(sent), practice)).toBeNull()
})
