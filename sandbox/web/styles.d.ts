// Lets TypeScript accept stylesheets as imports; Vite turns them into files.
declare module '*.css';
