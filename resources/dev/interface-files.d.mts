import type { Plugin } from 'vite'

export function interfaceFiles(root: string): Plugin
export function readArticles(folder: string): { id: string; title: string; text: string }[]
