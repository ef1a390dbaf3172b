# The bot alone, without the sandbox and what develops it. Give it DISCORD_TOKEN, and a volume for what it keeps:
#   docker build -t studypod . && docker run -d --env-file .env -v studypod-data:/app/data studypod
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
COPY src ./src
COPY knowledge ./knowledge
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
# The process takes SIGTERM itself and stops in order.
CMD ["node", "src/index.ts"]
