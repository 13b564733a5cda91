# One image for every process of the platform; docker-compose.yml says which program each container runs.

FROM node:24-bookworm-slim AS manifests
WORKDIR /src
COPY . .
RUN mkdir /manifests \
 && cp --parents package.json package-lock.json .npmrc /manifests/ \
 && find apps libs tools -name package.json -exec cp --parents {} /manifests/ \;

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY --from=manifests /manifests ./
# Optional packages are Node and PostgreSQL for npm start; here the image and another container bring them.
RUN npm ci --omit=dev --omit=optional --ignore-scripts && npm cache clean --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production NODE_COMPILE_CACHE=/tmp/compile-cache
WORKDIR /app
COPY --from=dependencies /app ./
COPY apps apps
COPY libs libs
COPY tools tools
USER node
CMD ["node", "apps/gateway/src/main.ts"]
