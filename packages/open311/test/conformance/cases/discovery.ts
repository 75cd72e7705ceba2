/** Where else the city's API answers. */
import type { Case } from '../case.ts';

const discovery = {
  changeset: '2026-02-03 14:18',
  contact: 'city@example.gov',
  key_service: 'Ask us',
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: 'https://311.example.gov/v2',
      changeset: '1',
      type: 'test',
      formats: ['text/xml', 'application/json'],
    },
  ],
};
const { key_service, ...rest } = discovery;
const read = { ...rest, keyService: key_service };
const calls = [['discovery']] as const;

export const discoveryCases: readonly Case[] = [
  {
    title: 'discovery: lies beside the version',
    calls,
    city: { 'GET ../discovery.json': { body: discovery } },
    gives: read,
    asked: ['GET ../discovery.json'],
  },
  {
    title: 'discovery: or in it',
    calls,
    city: { 'GET discovery.json': { body: { discovery } } },
    gives: read,
  },
  {
    title: 'discovery: one endpoint may stand for a list',
    calls,
    city: { 'GET ../discovery.json': { body: { ...discovery, endpoints: discovery.endpoints[0] } } },
    gives: read,
  },
  { title: 'discovery: there may be none', calls, city: {}, throws: { name: 'NotFoundError' } },
  {
    title: 'discovery: a city that fails to tell is not one that has none',
    calls,
    city: { 'GET discovery.json': { status: 500, body: '{}' } },
    throws: { name: 'RejectedError', status: 500 },
  },
  {
    title: 'discovery: a page is none',
    calls,
    options: { format: 'json' },
    city: { 'GET ../discovery.json': { body: '<!doctype html><h1>Our city</h1>' } },
    throws: { name: 'NotFoundError' },
  },
];
