<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    <#if messageHeader??>${kcSanitize(msg("${messageHeader}"))?no_esc}<#else>${msg("lopmoNotice")}</#if>
  <#elseif section = "form">
    <p class="soft">${message.summary}<#if requiredActions??><#list requiredActions>: <#items as action>${kcSanitize(msg("requiredAction.${action}"))?no_esc}<#sep>, </#items></#list></#if></p>
    <#if !skipLink??>
      <#if actionUri?has_content>
        <a class="btn main" href="${actionUri}">${msg("lopmoGoOn")}</a>
      <#else>
        <a class="btn main" href="${(pageRedirectUri?has_content)?then(pageRedirectUri, "/")}">${msg("lopmoBack")}</a>
      </#if>
    </#if>
  </#if>
</@layout.registrationLayout>
