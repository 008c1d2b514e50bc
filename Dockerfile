# Images of the container lab (docs/lab.md): `brick` runs a storage node, `web` an Apache on a mount, `proxy` HAProxy.
ARG BASE=node:20-bookworm-slim

FROM ${BASE} AS build
WORKDIR /hafs
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts scripts
COPY proto proto
COPY src src
COPY brick brick
COPY mount mount
COPY library library
COPY page page
COPY bin bin
RUN npm run build && npm prune --omit=dev --no-audit --no-fund

FROM ${BASE} AS brick
RUN useradd --system --home-dir /data hafs && mkdir /data && chown hafs:hafs /data
WORKDIR /hafs
COPY --from=build /hafs/package.json ./
COPY --from=build /hafs/node_modules node_modules
COPY --from=build /hafs/dist dist
COPY --from=build /hafs/bin bin
COPY docker docker
RUN ln -s /hafs/bin/hafs.js /usr/local/bin/hafs
USER hafs
VOLUME /data
EXPOSE 24100 8080
HEALTHCHECK --interval=1s --timeout=3s --retries=30 CMD ["node", "docker/ask.js", "http://127.0.0.1:8080/readyz"]
ENTRYPOINT ["node", "bin/hafs.js"]
CMD ["server", "--data", "/data", "--http", "0.0.0.0:8080"]

FROM brick AS web
USER root
RUN apt-get update \
    && apt-get install -y --no-install-recommends apache2 fuse3 \
    && rm -rf /var/lib/apt/lists/*
EXPOSE 80
HEALTHCHECK --interval=1s --timeout=3s --retries=30 CMD ["node", "docker/ask.js", "http://127.0.0.1/"]
ENTRYPOINT ["/bin/sh", "docker/web.sh"]
CMD []

FROM ${BASE} AS proxy
RUN apt-get update \
    && apt-get install -y --no-install-recommends haproxy \
    && rm -rf /var/lib/apt/lists/*
COPY docker/haproxy.cfg /etc/haproxy/haproxy.cfg
COPY docker/ask.js /ask.mjs
USER haproxy
EXPOSE 8080
HEALTHCHECK --interval=2s --timeout=3s --retries=30 CMD ["node", "/ask.mjs", "http://127.0.0.1:8080/"]
ENTRYPOINT ["haproxy", "-W", "-db", "-f", "/etc/haproxy/haproxy.cfg"]
CMD []
